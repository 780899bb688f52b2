import type { Editor, TLNoteShape, TLShapeId } from 'tldraw'
import { NO_SUGGESTION, type Suggestion } from '../../shared/dossier/suggestion.ts'
import type { NoteDetails } from '../../shared/records/note-details.ts'
import { chosenKind, type NoteKind } from '../../shared/records/note-kind.ts'
import { changeMeta } from './change-meta.ts'
import { surroundingsOf } from './plate-surroundings.ts'

/** What the place of a note asks for, as it was last derived. Tracked. */
export const suggestionFor = (editor: Editor, id: TLShapeId): Suggestion =>
  surroundingsOf(editor.store).suggestions.get().get(id) ?? NO_SUGGESTION

/** What a note is: what somebody chose, else what its place asks for. Tracked. */
export const kindOf = (editor: Editor, { id, meta }: Pick<TLNoteShape, 'id' | 'meta'>): NoteKind =>
  chosenKind(meta) ?? suggestionFor(editor, id).kind

/**
 * Says of notes what they are. Where the place of a note asks for that kind nothing is written, and the choice that was made
 * before is taken back: the note goes on to follow its place.
 */
export function chooseKind(editor: Editor, ids: readonly string[], kind: NoteKind): void {
  editor.markHistoryStoppingPoint('kind of notes')
  editor.run(() => {
    for (const id of ids as TLShapeId[]) {
      changeMeta(editor, id, { kind: suggestionFor(editor, id).kind === kind ? undefined : kind })
    }
  })
}

/** Tells more of a note; what is undefined is told no longer, what is left out stays. */
export function tellMore(editor: Editor, id: string, details: NoteDetails): void {
  editor.markHistoryStoppingPoint('more about a note')
  editor.run(() => changeMeta(editor, id as TLShapeId, details))
}
