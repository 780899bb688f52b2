import { nanoid } from 'nanoid'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { partyFor } from '../../shared/parties/party-for.ts'
import type { CardShape } from '../../shared/records/card.ts'
import { CARD_SIZE } from '../../shared/records/card-size.ts'
import type { Party } from '../../shared/records/party.ts'
import { rememberLaid } from './giving-way.ts'
import { placeFor } from './placing.ts'
import { surroundingsOf } from './plate-surroundings.ts'
import { partyOf } from './shapes/party-of.ts'
import type { PartyChanges } from './table.ts'
import { goTo } from './table-actions.ts'

export function addParty(editor: Editor, { party: wanted, regionId }: { party: string; regionId?: string }): string {
  const parties = editor.store.query.records('party' as never).get() as unknown as Party[]
  const { party, isNew } = partyFor(parties, wanted, nanoid)
  const id = createShapeId()
  editor.markHistoryStoppingPoint('add party')
  editor.run(() => {
    if (isNew) editor.store.put([party as never])
    editor.createShape({
      id,
      type: 'card',
      ...placeFor(editor, CARD_SIZE, regionId),
      props: { ...CARD_SIZE, party: party.id },
    } as never)
    editor.select(id)
  })
  rememberLaid(editor, id, regionId)
  if (regionId !== undefined) goTo(editor, id)
  return party.id
}

export function changeParty(editor: Editor, id: string, changes: PartyChanges): void {
  if (!partyOf(editor, id)) return
  editor.markHistoryStoppingPoint('change party')
  editor.store.update(id as never, ((now: Party) => ({ ...now, ...changes })) as never)
}

/**
 * Its cards, the notes in its places and the party itself, in one step. What this user may not take away stays: the server
 * lays it under its plate when the place goes.
 */
export function removeParty(editor: Editor, id: string): void {
  if (!partyOf(editor, id)) return
  const { regions } = surroundingsOf(editor.store).dossier.get()
  const notes = regions.filter(({ party }) => party === id).flatMap(({ answers }) => answers)
  const cards = editor
    .getCurrentPageShapes()
    .filter((shape) => (shape.type as string) === 'card' && (shape as unknown as CardShape).props.party === id)
  editor.markHistoryStoppingPoint('remove party')
  editor.run(() => {
    editor.deleteShapes([...cards.map((card) => card.id), ...notes.map(({ noteId }) => noteId as TLShapeId)])
    editor.store.remove([id as never])
  })
}
