import * as z from 'zod/mini'
import { can, type Role } from './roles.ts'

/**
 * What participants may do with what lies on the table: all · add, edit and move everything, delete only their own · add,
 * edit and move only their own · nothing. The gespreksleider sets it, the server keeps it.
 */
export const ParticipantsMaySchema = z.enum(['everything', 'deleteOwn', 'own', 'nothing'])
export type ParticipantsMay = z.infer<typeof ParticipantsMaySchema>

export type Deed = 'add' | 'change' | 'delete'

/** Whether someone of this role may do this to a thing. It is their own when `m.by` names them. */
export function mayDo(role: Role, setting: ParticipantsMay, deed: Deed, isOwn: boolean): boolean {
  if (!can(role, 'board.write')) return false
  if (can(role, 'board.settings')) return true
  switch (setting) {
    case 'everything':
      return true
    case 'deleteOwn':
      return deed !== 'delete' || isOwn
    case 'own':
      return deed === 'add' || isOwn
    case 'nothing':
      return false
    default:
      return setting satisfies never
  }
}
