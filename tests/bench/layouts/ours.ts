import { mock } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { createTLStore, type TLRecord, transact } from 'tldraw'
import * as Y from 'yjs'
import { boardLayout } from '../../../client/canvas/board-layout.ts'
import { textSchema } from '../../../client/canvas/collaborative-text.ts'
import { bindStore } from '../../../client/sync/bind-store.ts'
import { createTextWriter } from '../../../client/sync/write-text.ts'
import { LIMITS } from '../../../shared/limits.ts'
import { entriesOf, readBoard, readRecord, recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import { fromEntries } from '../../../shared/records/layout.ts'
import { type BoardRecord, boardSchema } from '../../../shared/records/schema.ts'
import { FRAMES_PER_SECOND } from '../trace/deck.ts'
import type { Frame } from '../trace/trace.ts'
import { type Cause, causeOf, clientIds, type Hub } from './hub.ts'
import type { Layout, Writers } from './layout.ts'

const NETWORK = Symbol('network')
const writeText = createTextWriter(textSchema)

/** Outside of a browser no frame is drawn; the writers below tell their stores when one is over. */
globalThis.requestAnimationFrame ??= () => 0

/**
 * The table's own layout, written by the client's own binding: each person has a document and a real tldraw store, and
 * time passes as in the trace, so that the binding's own clock decides what is committed when. Whoever begins something
 * has all that others wrote before.
 */
export const ours: Layout = {
  lay: writeRecords,
  seat(hub: Hub, people: number): Writers {
    mock.timers.enable({ apis: ['setTimeout'] })
    let now = 0
    const writers = clientIds(people).map((clientID, person) => aWriter(hub, clientID, person))
    return {
      play(frame) {
        const at = Math.round((frame.at * 1_000) / FRAMES_PER_SECOND)
        mock.timers.tick(at - now)
        now = at
        writers[frame.person]?.play(frame)
      },
      settle(expected) {
        for (const writer of writers) writer.flush()
        for (const writer of writers) writer.checkShown(expected)
      },
      stop() {
        for (const writer of writers) writer.stop()
        mock.timers.reset()
      },
    }
  },
  build: (doc) => [...recordsMap(doc)].map(([id, map]) => fromEntries(id, entriesOf(map))),
  read(doc) {
    const { records, setAside } = readBoard(doc)
    if (setAside.length > 0) throw new Error(`${setAside.length} records cannot be shown: ${setAside[0]?.reason}`)
    return records
  },
  follow(doc) {
    const map = recordsMap(doc)
    const known = new Map(readBoard(doc).records.map((record) => [record.id as string, record]))
    map.observeDeep((events) => {
      const touched = new Set<string>()
      for (const { path, changes } of events) {
        if (path.length > 0) touched.add(String(path[0]))
        else for (const id of changes.keys.keys()) touched.add(id)
      }
      for (const id of touched) {
        const { record } = readRecord(id, map.get(id), known.get(id))
        if (record === undefined) known.delete(id)
        else known.set(id, record)
      }
    })
  },
}

/** Has a tldraw store show what others write in a document, as on a client. */
export function showInStore(doc: Y.Doc): void {
  bindStore({ store: aStore(), doc, layout: boardLayout, maxRecords: LIMITS.records, writeText })
}

const aStore = () => createTLStore({ schema: boardSchema })

function aWriter(hub: Hub, clientID: number, person: number) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub.doc))
  const store = aStore()
  const binding = bindStore({ store, doc, layout: boardLayout, maxRecords: LIMITS.records, writeText })
  let heard = hub.updates.length
  let cause: Cause = 'other'
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== NETWORK) hub.take(update, { cause, person })
  })

  function catchUp() {
    const news = hub.updates.slice(heard)
    heard = hub.updates.length
    if (news.length === 0) return
    doc.transact(() => {
      for (const update of news) Y.applyUpdate(doc, update)
    }, NETWORK)
  }

  return {
    play(frame: Frame) {
      if (frame.isFirst) catchUp()
      cause = causeOf(frame)
      if (frame.gesture === 'begin') binding.beginGesture()
      transact(() => {
        store.put(frame.puts as TLRecord[])
        store.remove((frame.removes ?? []) as never)
      })
      store._flushHistory()
      if (frame.gesture === 'end') binding.endGesture()
    },
    flush: () => binding.flush(),
    checkShown(expected: ReadonlyMap<string, BoardRecord>) {
      catchUp()
      const shown = Object.values(store.serialize('document')) as BoardRecord[]
      const wrong = shown.find((record) => !isDeepStrictEqual(record, expected.get(record.id)))
      if (wrong !== undefined || shown.length !== expected.size)
        throw new Error(`client ${clientID} shows another table: ${wrong?.id ?? shown.length}`)
    },
    stop() {
      binding.stop()
      store.dispose()
      doc.destroy()
    },
  }
}
