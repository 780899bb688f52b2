import { computed, type Editor, TLDOCUMENT_ID } from 'tldraw'
import { can } from '../../shared/roles.ts'
import { downloadCopy, type OpenTable } from './open-table.ts'
import { userIdOf } from './presence.ts'
import type { Table } from './table.ts'
import { addNote, addParty, goTo, setSentence, setSheetLocked } from './table-actions.ts'
import { showAll } from './view.ts'

/** The open table as the chrome sees it. What needs the canvas does nothing while the canvas is not on the page. */
export function createTable(open: OpenTable): Table {
  const onCanvas = <T>(act: (editor: Editor) => T): T | undefined => {
    const editor = open.editor.get()
    return editor === null ? undefined : act(editor)
  }
  return {
    board: open.board,
    canWrite: can(open.board.role, 'board.write'),
    view: {
      title: computed('title', () => titleIn(open)),
      dossier: open.derived.dossier,
      sheets: open.derived.sheets,
      people: open.people,
      save: open.save,
      zoom: computed('zoom', () => open.editor.get()?.getZoomLevel() ?? 1),
      setAside: open.setAside,
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
    setSentence: (options) => onCanvas((editor) => setSentence(editor, options)),
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
