import type { Extensions } from '@tiptap/core'
import { type Atom, atom, computed, createTLStore, type Editor, type Signal, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import type { Board } from '../../shared/api/boards.ts'
import { readBoard } from '../../shared/api/routes.ts'
import { LIMITS } from '../../shared/limits.ts'
import { mayDo, type ParticipantsMay } from '../../shared/participants-may.ts'
import { metaMap, recordsMap, SCHEMA_HASH, type SetAside } from '../../shared/records/doc.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { boardSchema } from '../../shared/records/schema.ts'
import { can } from '../../shared/roles.ts'
import type { PutBack } from '../../shared/sync/messages.ts'
import { call } from '../net/api.ts'
import { type BoardConnection, connectBoard } from '../net/board-connection.ts'
import { openDocument } from '../net/open-document.ts'
import type { Progress } from '../net/read-snapshot.ts'
import type { SaveState } from '../net/save-state.ts'
import { followUnsentText } from '../net/unsent-text.ts'
import { bindStore, type StoreBinding } from '../sync/bind-store.ts'
import { installKeyedDiff } from '../sync/keyed-diff.ts'
import { createTextWriter } from '../sync/write-text.ts'
import { boardLayout } from './board-layout.ts'
import { bringOver, foundText } from './bring-over.ts'
import { createCollaborativeText, type OpenText, textSchema } from './collaborative-text.ts'
import { type Derived, deriveFrom } from './derived.ts'
import { createImageStore } from './image-store.ts'
import { followLostNotes, type LostNote, lostNote } from './lost-text.ts'
import type { PresentPerson } from './table.ts'

/** All that belongs to one open table and lives outside React: made once, closed once. */
export interface OpenTable {
  readonly board: Board
  readonly doc: Y.Doc
  readonly store: TLStore
  readonly binding: StoreBinding
  readonly connection: BoardConnection
  readonly textExtensions: Extensions
  /** The text that is open for writing here. */
  readonly openText: Signal<OpenText | null>
  readonly derived: Derived
  readonly save: Signal<SaveState>
  readonly setAside: Signal<SetAside[]>
  /** What participants may do now. */
  readonly participantsMay: Signal<ParticipantsMay>
  /** What the server has last put back of what this user did. */
  readonly putBack: Signal<PutBack | null>
  /** What this user wrote and has no place any more. */
  readonly lost: Atom<LostNote[]>
  readonly people: Atom<PresentPerson[]>
  /** The editor while it is on the page. */
  readonly editor: Atom<Editor | null>
  close(): void
}

export interface OpenOptions {
  /** How much of the table has come in, while it comes. */
  onProgress(progress: Progress): void
  /** The seat is gone or changed, or the table goes on as another document: ask the server anew. */
  onSeatChanged(): void
  /** Aborted when the table is no longer wanted, though it has not opened yet. */
  signal: AbortSignal
}

/**
 * Opens a table: the copy on this device first, or the server's snapshot, then the socket. Settles as soon as one of them
 * has something to show, so that a table that was open before opens without a connection too.
 */
export async function openTable(board: Board, { onProgress, onSeatChanged, signal }: OpenOptions): Promise<OpenTable> {
  const save = atom<SaveState>('save', { state: 'connecting' })
  const setAside = atom<SetAside[]>('set aside', [])
  const participantsMay = atom('participants may', board.participantsMay)
  const putBack = atom<PutBack | null>('put back', null)
  const lost = atom<LostNote[]>('lost', [])
  const lose = (note: LostNote | undefined) => {
    if (note !== undefined) lost.update((notes) => [...notes.filter(({ id }) => id !== note.id), note])
  }

  let tellAgain = () => {}
  let binding: StoreBinding | undefined
  const { doc, offline, snapshot } = await openDocument(board, onProgress, () => tellAgain())
  const unsent = followUnsentText(doc, await foundText(offline))
  const isNewer = () => Number(metaMap(doc).get('layout')) > LAYOUT
  const connection = connectBoard({
    boardId: board.id,
    doc,
    epoch: board.epoch,
    schema: SCHEMA_HASH,
    offline,
    snapshot,
    isDamaged: async () => (await call(readBoard, { params: { id: board.id } })).damaged !== undefined,
    onSaveState(state) {
      if (state.state === 'saved') unsent.clear()
      save.set(isNewer() ? { state: 'otherVersion', pending: 0, kept: true, stuck: false } : state)
    },
    onPutBack: (what) => putBack.set(what),
    onSettings: (may) => participantsMay.set(may),
    onSeatChanged,
    flush: () => binding?.flush(),
  })
  tellAgain = connection.tell
  signal.addEventListener('abort', () => connection.close())
  if (recordsMap(doc).size === 0) await connection.firstSync

  const status = atom<'online' | 'offline'>('status', 'online')
  const mayAdd = () => !isNewer() && mayDo(board.role, participantsMay.get(), 'add', true)
  const mode = computed<'readonly' | 'readwrite'>('mode', () => (mayAdd() ? 'readwrite' : 'readonly'))
  const store = createTLStore({
    schema: boardSchema,
    assets: createImageStore(board.id),
    collaboration: { status, mode },
  })
  installKeyedDiff(store, boardLayout)
  followLostNotes(store, unsent, (id) => editor.get()?.getEditingShapeId() === id, lose)

  const editor = atom<Editor | null>('editor', null)
  const text = createCollaborativeText({
    editor: () => editor.get(),
    fragmentOf(shapeId) {
      binding?.flush()
      const fragment = recordsMap(doc).get(shapeId)?.get('p.richText')
      return fragment instanceof Y.XmlFragment ? fragment : undefined
    },
    onClose: () => binding?.flush(),
    onClosed: (shapeId) => binding?.refresh(shapeId),
  })
  binding = bindStore({
    store,
    doc,
    layout: boardLayout,
    maxRecords: LIMITS.records,
    writeText: createTextWriter(textSchema),
    openText: () => text.open.get()?.shapeId ?? null,
    onSetAside: (list) => setAside.set(list),
  })
  const bound = binding
  const derived = deriveFrom(store)
  if (offline && can(board.role, 'board.write')) {
    bringOver(board.id, doc, offline, connection).then(
      (shapes) => shapes.map(lostNote).forEach(lose),
      // What cannot be brought over stays where it is, for the next time.
      () => {},
    )
  }

  return {
    board,
    doc,
    store,
    binding: bound,
    connection,
    textExtensions: text.extensions,
    openText: text.open,
    derived,
    save,
    setAside,
    participantsMay,
    putBack,
    lost,
    people: atom('people', []),
    editor,
    close() {
      bound.stop()
      derived.stop()
      connection.close()
      void offline?.close()
      store.dispose()
      doc.destroy()
    },
  }
}
