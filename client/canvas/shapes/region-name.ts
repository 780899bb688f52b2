import type { Editor } from 'tldraw'
import { withoutSoftHyphens } from '../../../shared/i18n/soft-hyphens.ts'
import type { RegionShape } from '../../../shared/records/region.ts'
import { partyOf, readerLocale, spokenParty } from './party-of.ts'

/** What a region is called, in full: one that is about a party begins with its name. */
export function regionName(editor: Editor, { props: { label, party: id } }: RegionShape): string {
  const own = withoutSoftHyphens(label[readerLocale(editor)])
  const party = partyOf(editor, id)
  return party ? `${spokenParty(editor, party)}: ${own}` : own
}
