import type { Extensions } from '@tiptap/core'
import { type Atom, atom, createTLStore, type Editor, type Signal, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import type { Board } from '../../shared/api/boards.ts'
import { metaMap, recordsMap, type SetAside } from '../../shared/records/doc.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { boardSchema } from '../../shared/records/schema.ts'
import { can } from '../../shared/roles.ts'
import { type BoardConnection, connectBoard, type SaveState } from '../net/board-connection.ts'
import { openOfflineCopy } from '../net/offline-copy.ts'
import { bindStore, type StoreBinding } from '../sync/bind-store.ts'
import { installKeyedDiff } from '../sync/keyed-diff.ts'
import { createTextWriter } from '../sync/write-text.ts'
import { createCollaborativeText, textSchema } from './collaborative-text.ts'
import { type Derived, deriveFrom } from './derived.ts'
import { createImageStore } from './image-store.ts'
import type { PresentPerson } from './table.ts'

/** All that belongs to one open table and lives outside React: made once, closed once. */
export interface OpenTable {
  readonly board: Board
  readonly doc: Y.Doc
  readonly store: TLStore
  readonly binding: StoreBinding
  readonly connection: BoardConnection
  readonly textExtensions: Extensions
  readonly derived: Derived
  readonly save: Signal<SaveState>
  readonly setAside: Signal<SetAside[]>
  readonly people: Atom<PresentPerson[]>
  /** The editor while it is on the page. */
  readonly editor: Atom<Editor | null>
  close(): void
}

/**
 * Opens a table: the copy on this device first, then the server. Settles as soon as either has something to show, so that
 * a table that was open before opens without a connection too.
 */
export async function openTable(board: Board, onSeatChanged: () => void): Promise<OpenTable> {
  const doc = new Y.Doc()
  const save = atom<SaveState>('save', { state: 'connecting' })
  const setAside = atom<SetAside[]>('set aside', [])
  const offline = await openOfflineCopy(doc, board.id, board.epoch)
  const connection = connectBoard({
    boardId: board.id,
    doc,
    epoch: board.epoch,
    schema: board.schema,
    offline,
    onSaveState: (state) => save.set(state),
    onSeatChanged,
  })
  if (recordsMap(doc).size === 0) await connection.firstSync
  if (Number(metaMap(doc).get('layout')) > LAYOUT) save.set({ state: 'otherVersion', pending: 0 })

  const status = atom<'online' | 'offline'>('status', 'online')
  const mode = atom<'readonly' | 'readwrite'>('mode', can(board.role, 'board.write') ? 'readwrite' : 'readonly')
  const store = createTLStore({
    schema: boardSchema,
    assets: createImageStore(board.id),
    collaboration: { status, mode },
  })
  installKeyedDiff(store)

  const editor = atom<Editor | null>('editor', null)
  const text = createCollaborativeText({
    editor: () => editor.get(),
    fragmentOf(shapeId) {
      binding.flush()
      const fragment = recordsMap(doc).get(shapeId)?.get('p.richText')
      return fragment instanceof Y.XmlFragment ? fragment : undefined
    },
    onClose: () => binding.flush(),
    onClosed: (shapeId) => binding.refresh(shapeId),
  })
  const binding = bindStore({
    store,
    doc,
    writeText: createTextWriter(textSchema),
    openText: text.open.current,
    onSetAside: (list) => setAside.set(list),
  })
  const derived = deriveFrom(store)

  return {
    board,
    doc,
    store,
    binding,
    connection,
    textExtensions: text.extensions,
    derived,
    save,
    setAside,
    people: atom('people', []),
    editor,
    close() {
      binding.stop()
      derived.stop()
      connection.close()
      void offline?.close()
      store.dispose()
      doc.destroy()
    },
  }
}

/** A file with everything on the board, for when the server cannot save: the records as JSON, readable anywhere. */
export function downloadCopy(table: OpenTable): void {
  const records = Object.values(table.store.serialize('document'))
  const body = JSON.stringify({
    tafel: table.board.title,
    bewaard: new Date().toISOString(),
    records,
  })
  const url = URL.createObjectURL(new Blob([body], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${table.board.title.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'tafel'}.json`
  link.click()
  URL.revokeObjectURL(url)
}
