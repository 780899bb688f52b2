import type { Locale } from '../../shared/api/boards.ts'
import type { Answer, Dossier, RelationEnd } from '../../shared/api/dossier.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../shared/parties/party-name.ts'

const notesOf = ({ regions, loose }: Dossier): Answer[] => [...regions.flatMap(({ answers }) => answers), ...loose]

const partyNameOf = (party: Dossier['parties'][number], locale: Locale): string =>
  withoutSoftHyphens(partyName(party, locale))

/** What a relation can join: each card by its party's name, then each note by its words, by the id of its shape. */
export function endsOf(dossier: Dossier, locale: Locale): { id: string; name: string }[] {
  const cards = dossier.parties.flatMap((party) => party.cards.map((id) => ({ id, name: partyNameOf(party, locale) })))
  // A note in two regions is one note.
  const notes = new Map(notesOf(dossier).map(({ noteId, text }) => [noteId, text]))
  return [...cards, ...[...notes].map(([id, name]) => ({ id, name }))]
}

/** What this reader calls one end of a relation; empty for a note without words. */
export function nameOfEnd(dossier: Dossier, { type, id }: RelationEnd, locale: Locale): string {
  if (type === 'note') return notesOf(dossier).find(({ noteId }) => noteId === id)?.text ?? ''
  const party = dossier.parties.find((one) => one.id === id)
  return party ? partyNameOf(party, locale) : ''
}
