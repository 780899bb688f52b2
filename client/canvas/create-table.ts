import { computed, type Editor } from 'tldraw'
import { can } from '../../shared/roles.ts'
import { downloadCopy, type OpenTable } from './open-table.ts'
import { type PresenceBinding, userIdOf } from './presence.ts'
import type { Table } from './table.ts'
import { addNote, addParty, goTo, setSentence, setSheetLocked, showAll } from './table-actions.ts'

/** The open table as the chrome sees it, once the canvas is on the page. */
export function createTable(open: OpenTable, editor: Editor, presence: PresenceBinding): Table {
  return {
    board: open.board,
    canWrite: can(open.board.role, 'board.write'),
    view: {
      dossier: open.derived.dossier,
      sheets: open.derived.sheets,
      people: presence.people,
      save: open.save,
      zoom: computed('zoom', () => editor.getZoomLevel()),
      setAside: open.setAside,
    },
    addNote: (options) => addNote(editor, options),
    addParty: (options) => addParty(editor, options),
    goTo: (recordId) => goTo(editor, recordId),
    showAll: () => showAll(editor),
    zoomIn: () => void editor.zoomIn(),
    zoomOut: () => void editor.zoomOut(),
    follow: (clientId) => void editor.startFollowingUser(userIdOf(clientId)),
    stopFollowing: () => void editor.stopFollowingUser(),
    undo: () => void editor.undo(),
    redo: () => void editor.redo(),
    setSheetLocked: (sheetId, locked) => setSheetLocked(editor, sheetId, locked),
    setSentence: (options) => setSentence(editor, options),
    reconnect: () => open.connection.reconnect(),
    saveCopy: () => downloadCopy(open),
    focusCanvas: () => editor.getContainer().focus(),
    close: () => open.close(),
  }
}
