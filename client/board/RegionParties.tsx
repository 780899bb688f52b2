import type { DossierParty } from '../../shared/api/dossier.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { PartyMark } from '../parties/PartyMark.tsx'
import { useTranslation } from '../ui/i18n.ts'

interface RegionPartiesProps {
  /** What is said of them: that they lie here, or that they belong here too. */
  word: string
  ids: readonly string[]
  parties: ReadonlyMap<string, DossierParty>
}

/** Parties of a region, in one line. */
export function RegionParties({ word, ids, parties }: RegionPartiesProps) {
  const { language } = useTranslation('dossier')
  const here = ids.flatMap((id) => parties.get(id) ?? [])
  if (here.length === 0) return null
  return (
    <p className="answers-parties">
      <span>{word}</span>
      {here.map((party) => (
        <span key={party.id} className="answers-party">
          <PartyMark seat={party.seat} /> {partyName(party, language)}
        </span>
      ))}
    </p>
  )
}
