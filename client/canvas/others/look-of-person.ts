import type { Editor } from 'tldraw'
import { lookOfSeat } from '../../../shared/parties/seats.ts'
import type { Presence } from '../../../shared/sync/presence.ts'
import { INK_2 } from '../../../shared/templates/hues.ts'
import { partyOf } from '../shapes/party-of.ts'

export interface PersonLook {
  readonly name: string
  readonly colour: string
  /** Of the party; undefined for who sits here for none. */
  readonly seat: number | undefined
}

/** How somebody is known on the canvas: by name, and by the colour and mark of the party. */
export function lookOfPerson(editor: Editor, { who }: Presence): PersonLook {
  const seat = partyOf(editor, who.party)?.seat
  return { name: who.name ?? '', colour: seat === undefined ? INK_2 : lookOfSeat(seat).colour, seat }
}
