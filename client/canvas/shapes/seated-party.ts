import type { Editor } from 'tldraw'
import { partyName } from '../../../shared/parties/party-name.ts'
import type { Party } from '../../../shared/records/party.ts'
import type { SeatedParty } from '../../plates/PartySeat.tsx'
import { surroundingsOf } from '../plate-surroundings.ts'
import { readerLocale } from './party-of.ts'

/** What plates print of a party. Tracked: it follows the party and where its cards lie. */
export function seatedParty(editor: Editor, party: Party): SeatedParty {
  const { parties } = surroundingsOf(editor.store).dossier.get()
  return {
    name: partyName(party, readerLocale(editor)),
    icon: party.icon,
    seat: party.seat,
    isCore: parties.some(({ id, core }) => id === party.id && core),
  }
}
