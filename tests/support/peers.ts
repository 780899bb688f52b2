import { createTLStore, HistoryManager, type TLRecord, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { textSchema } from '../../client/canvas/collaborative-text.ts'
import { bindStore, type StoreBinding } from '../../client/sync/bind-store.ts'
import { installKeyedDiff } from '../../client/sync/keyed-diff.ts'
import { createTextWriter } from '../../client/sync/write-text.ts'
import { type BoardId, millis } from '../../shared/ids.ts'
import { initDoc, readBoard, type SetAside } from '../../shared/records/doc.ts'
import { type BoardRecord, boardSchema } from '../../shared/records/schema.ts'

/** A document as the server seeds it, as one update: peers that start from it share its history. */
export function seededUpdate(): Uint8Array {
  const doc = new Y.Doc()
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
  /** Does something as this user would, as one step of undo. */
  act(change: (store: TLStore) => void): void
  undo(): void
  redo(): void
  /** What the store shows of the document. */
  shown(): BoardRecord[]
  /** What a newcomer would read from the document. */
  stored(): BoardRecord[]
  stop(): void
}

export function aPeer(seed: Uint8Array, clientID?: number): Peer {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  Y.applyUpdate(doc, seed)
  const store = createTLStore({ schema: boardSchema })
  installKeyedDiff(store)
  const peer: { setAside: SetAside[] } = { setAside: [] }
  const binding = bindStore({
    store,
    doc,
    writeText: createTextWriter(textSchema),
    onSetAside: (setAside) => {
      peer.setAside = setAside
    },
  })
  const history = new HistoryManager<TLRecord>({ store })
  // Internal in tldraw's types; the editor's own marks go through it.
  const mark = (history as unknown as { _mark(id: string): void })._mark.bind(history)
  let marks = 0
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    doc,
    store,
    history,
    binding,
    get setAside() {
      return peer.setAside
    },
    act(change) {
      mark(`mark-${marks++}`)
      change(store)
      binding.flush()
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
