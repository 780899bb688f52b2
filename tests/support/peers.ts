import { createTLStore, HistoryManager, type TLRecord, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { boardLayout } from '../../client/canvas/board-layout.ts'
import { textSchema } from '../../client/canvas/collaborative-text.ts'
import { bindStore, type StoreBinding } from '../../client/sync/bind-store.ts'
import { installKeyedDiff } from '../../client/sync/keyed-diff.ts'
import { createTextWriter } from '../../client/sync/write-text.ts'
import { type BoardId, millis } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { initDoc, readBoard, type SetAside } from '../../shared/records/doc.ts'
import { type BoardRecord, boardSchema } from '../../shared/records/schema.ts'

/** Client id of the server's own writing, so that runs with one seed are the same. */
export const SERVER_CLIENT = 999

/** A document as the server seeds it, as one update: peers that start from it share its history. */
export function seededUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SERVER_CLIENT
  initDoc(doc, { boardId: 'aaaaaaaaaaaa' as BoardId, created: millis(0), title: 'Proef' })
  return Y.encodeStateAsUpdate(doc)
}

/** One person's device without a network: a real document, a real tldraw store with its history, the real binding. */
export interface Peer {
  doc: Y.Doc
  store: TLStore
  history: HistoryManager<TLRecord>
  binding: StoreBinding
  setAside: SetAside[]
  /** The note whose text is open in an editor that is bound to its fragment. */
  openText: string | null
  /** Does something as this user would, as one step of undo. */
  act(change: (store: TLStore) => void): void
  /** The same, before the frame is drawn that tells the document. */
  actInFrame(change: (store: TLStore) => void): void
  undo(): void
  redo(): void
  /** What the store shows of the document. */
  shown(): BoardRecord[]
  /** What a newcomer would read from the document. */
  stored(): BoardRecord[]
  stop(): void
}

export function aPeer(seed: Uint8Array, clientID?: number, maxRecords: number = LIMITS.records): Peer {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  Y.applyUpdate(doc, seed)
  const store = createTLStore({ schema: boardSchema })
  installKeyedDiff(store, boardLayout)
  let setAside: SetAside[] = []
  const binding = bindStore({
    store,
    doc,
    layout: boardLayout,
    maxRecords,
    writeText: createTextWriter(textSchema),
    openText: () => peer.openText,
    onSetAside: (list) => {
      setAside = list
    },
  })
  const history = new HistoryManager<TLRecord>({ store })
  // Internal in tldraw's types; the editor's own marks go through it.
  const mark = (history as unknown as { _mark(id: string): void })._mark.bind(history)
  let marks = 0
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const peer: Peer = {
    doc,
    store,
    history,
    binding,
    get setAside() {
      return setAside
    },
    openText: null,
    act(change) {
      peer.actInFrame(change)
      binding.flush()
    },
    actInFrame(change) {
      mark(`mark-${marks++}`)
      change(store)
    },
    undo() {
      history.undo()
      binding.flush()
    },
    redo() {
      history.redo()
      binding.flush()
    },
    shown: () => plain((Object.values(store.serialize('document')) as BoardRecord[]).sort(byId)),
    stored: () => plain(readBoard(doc).records),
    stop() {
      binding.stop()
      history.dispose()
      store.dispose()
      doc.destroy()
    },
  }
  return peer
}

/** The editor spells out a paragraph's default direction where plain records leave it out: the same text. */
const plain = (records: BoardRecord[]): BoardRecord[] =>
  JSON.parse(
    JSON.stringify(records).replaceAll('"attrs":{"dir":"auto"},', '').replaceAll(',"attrs":{"dir":"auto"}', ''),
  )

/** Both ways, until both have all. */
export function sync(a: Peer, b: Peer): void {
  const toB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc))
  const toA = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc))
  Y.applyUpdate(b.doc, toB)
  Y.applyUpdate(a.doc, toA)
}
