import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { Role } from '../../shared/roles.ts'
import type { Standing } from './save-truth.ts'

/** Why this person may not do all, or null when they may. */
export function standingOf(role: Role, participantsMay: ParticipantsMay): Standing | null {
  if (role === 'viewer') return 'viewer'
  return role === 'participant' && participantsMay !== 'everything' ? 'restricted' : null
}
