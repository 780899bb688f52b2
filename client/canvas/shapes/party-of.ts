import type { Editor } from 'tldraw'
import type { Locale } from '../../../shared/api/boards.ts'
import { withoutSoftHyphens } from '../../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../../shared/parties/party-name.ts'
import type { Party } from '../../../shared/records/party.ts'

/** The party with that record id, or undefined where there is none. Tracked: who reads it hears of changes. */
export function partyOf(editor: Editor, id: unknown): Party | undefined {
  const record = typeof id === 'string' ? (editor.store.get(id as never) as Party | undefined) : undefined
  return record?.typeName === 'party' ? record : undefined
}

/** The language of this screen, as one of ours. */
export const readerLocale = (editor: Editor): Locale => (editor.user.getLocale() === 'en' ? 'en' : 'nl')

/** What this reader calls a party, without the soft hyphens that only help to break it. */
export const spokenParty = (editor: Editor, party: Party): string =>
  withoutSoftHyphens(partyName(party, readerLocale(editor)))
