import { lookOfSeat } from '../../shared/parties/seats.ts'
import { PartyMark } from '../parties/PartyMark.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { initials } from './initials.ts'

/** A person as a disc in the colour of the party, with its mark at the corner. The name stands beside it or is spoken. */
export function PersonAvatar({ name, party }: { name: string | null; party: { seat: number } | undefined }) {
  return (
    <Avatar
      initials={name === null ? null : initials(name)}
      colour={party && lookOfSeat(party.seat).colour}
      mark={party && <PartyMark seat={party.seat} size={11} />}
    />
  )
}
