import type { DossierParty } from '../../shared/api/dossier.ts'
import { lookOfSeat } from '../../shared/parties/seats.ts'
import { PartyMark } from '../parties/PartyMark.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { initials } from './initials.ts'

/** A person as a disc in the colour of the party, with its mark at the corner. The name stands beside it or is spoken. */
export function PersonAvatar({ name, party }: { name: string | null; party: DossierParty | undefined }) {
  const { t } = useTranslation('board')
  return (
    <Avatar
      initials={initials(name ?? t('people.nameless'))}
      colour={party && lookOfSeat(party.seat).colour}
      mark={party && <PartyMark seat={party.seat} size={11} />}
    />
  )
}
