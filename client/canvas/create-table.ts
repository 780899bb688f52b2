import { computed, type Editor, isEqual, TLDOCUMENT_ID, type TLShapeId } from 'tldraw'
import { mayDo } from '../../shared/participants-may.ts'
import { chosenNotes, chosenPlace } from './chosen-notes.ts'
import { downloadCopy } from './download-copy.ts'
import { drawnThings } from './drawn-things.ts'
import { layAsNew } from './lost-text.ts'
import { chooseKind, tellMore } from './note-kinds.ts'
import type { OpenTable } from './open-table.ts'
import { userIdOf } from './others/presence-records.ts'
import { addParty, changeParty, removeParty } from './party-actions.ts'
import { relate, relateTo, relatingIn, stopRelating, turnRelation } from './relations/relating.ts'
import type { Rights, Table } from './table.ts'
import { addNote, goTo, setSentence, setSheetLocked, setSheetSize } from './table-actions.ts'
import { showAll } from './view.ts'

/** The open table as the chrome sees it. What needs the canvas does nothing while the canvas is not on the page. */
export function createTable(open: OpenTable): Table {
  const onCanvas = <T>(act: (editor: Editor) => T): T | undefined => {
    const editor = open.editor.get()
    return editor === null ? undefined : act(editor)
  }
  const drop = (id: string) => void open.lost.update((notes) => notes.filter((note) => note.id !== id))
  return {
    board: open.board,
    view: {
      title: computed('title', () => titleIn(open)),
      dossier: open.derived.dossier,
      sheets: open.derived.sheets,
      people: open.people,
      save: open.save,
      zoom: computed('zoom', () => open.editor.get()?.getZoomLevel() ?? 1),
      setAside: open.setAside,
      participantsMay: open.participantsMay,
      rights: computed('rights', () => rightsIn(open)),
      relating: computed('relating', () => relatingNow(open), { isEqual }),
      putBack: open.putBack,
      lost: open.lost,
      chosenNotes: chosenNotes(open),
      chosenPlace: chosenPlace(open),
    },
    addNote: (options) => onCanvas((editor) => addNote(editor, options)),
    addParty: (options) => onCanvas((editor) => addParty(editor, options)) ?? options.party,
    goTo: (recordId) => onCanvas((editor) => goTo(editor, recordId)),
    showAll: () => onCanvas(showAll),
    zoomIn: () => void onCanvas((editor) => editor.zoomIn()),
    zoomOut: () => void onCanvas((editor) => editor.zoomOut()),
    follow: (clientId) => void onCanvas((editor) => editor.startFollowingUser(userIdOf(clientId))),
    stopFollowing: () => void onCanvas((editor) => editor.stopFollowingUser()),
    undo: () => void onCanvas((editor) => editor.undo()),
    redo: () => void onCanvas((editor) => editor.redo()),
    setSheetLocked: (sheetId, locked) => onCanvas((editor) => setSheetLocked(editor, sheetId, locked)),
    setSheetSize: (sheetId, size) => onCanvas((editor) => setSheetSize(editor, sheetId, size)),
    changeParty: (id, changes) => onCanvas((editor) => changeParty(editor, id, changes)),
    removeParty: (id) => onCanvas((editor) => removeParty(editor, id)),
    chooseKind: (ids, kind) => onCanvas((editor) => chooseKind(editor, ids, kind)),
    tellMore: (id, details) => onCanvas((editor) => tellMore(editor, id, details)),
    drawnThings: () => onCanvas(drawnThings) ?? [],
    setSentence: (options) => onCanvas((editor) => setSentence(editor, options)),
    relate: (kind) => onCanvas((editor) => relate(editor, kind)),
    relateTo: (recordId) =>
      onCanvas((editor) => (recordId === null ? stopRelating(editor) : relateTo(editor, recordId as TLShapeId))),
    turnRelation: () => onCanvas(turnRelation),
    layLost: (id) =>
      onCanvas((editor) => {
        const note = open.lost.get().find((one) => one.id === id)
        // While nothing can be laid it waits.
        if (!rightsIn(open).add) return
        if (note) layAsNew(editor, note)
        drop(id)
      }),
    dropLost: drop,
    reconnect: () => open.connection.reconnect(),
    saveCopy: () => downloadCopy(open),
    focusCanvas: () => onCanvas((editor) => editor.getContainer().focus()),
    close: () => open.close(),
  }
}

/** The name stands in the document, so that a new one reaches every screen like all else. */
function titleIn({ store, board }: OpenTable): string {
  return store.get(TLDOCUMENT_ID)?.name || board.title
}

function rightsIn({ board: { role }, participantsMay }: OpenTable): Rights {
  const may = participantsMay.get()
  return {
    add: mayDo(role, may, 'add', true),
    changeAll: mayDo(role, may, 'change', false),
    deleteAll: mayDo(role, may, 'delete', false),
  }
}

function relatingNow(open: OpenTable) {
  const editor = open.editor.get()
  return editor && rightsIn(open).add ? relatingIn(editor) : null
}
