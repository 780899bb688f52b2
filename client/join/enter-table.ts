import { type Board, SecretSchema } from '../../shared/api/boards.ts'
import type { Invitation, InvitationRequest } from '../../shared/api/invitations.ts'
import * as routes from '../../shared/api/routes.ts'
import { BoardIdSchema } from '../../shared/ids.ts'
import { ROLES } from '../../shared/roles.ts'
import { ApiProblem, call, type Mishap, mishapOf } from '../net/api.ts'

/** How somebody who opens the address of a table stands towards it. */
export type Entry =
  | { at: 'seated'; board: Board }
  | { at: 'invited'; invitation: Invitation; by: InvitationRequest }
  | { at: 'out'; mishap: Mishap }

/** The secret of a link, which stands behind the `#` so that it reaches no log. */
export function secretIn(hash: string): string | undefined {
  const parsed = SecretSchema.safeParse(hash.replace(/^#/, ''))
  return parsed.success ? parsed.data : undefined
}

const isMore = (invitation: Invitation, board: Board) => ROLES.indexOf(invitation.role) < ROLES.indexOf(board.role)

/**
 * A seat on this device comes first. A link is asked about when there is none, or when it may grant more than the seat:
 * whoever watched and now gets the link of a participant can sit down anew.
 */
async function enterTable(id: string, secret: string | undefined, signal?: AbortSignal): Promise<Entry> {
  const boardId = BoardIdSchema.safeParse(id)
  if (!boardId.success) return { at: 'out', mishap: 'no-entry' }
  const by = secret === undefined ? undefined : { boardId: boardId.data, secret }
  const board = await call(routes.readBoard, { params: { id }, signal }).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.problem === 'not-signed-in') return null
    throw error
  })
  if (board === null) {
    if (!by) return { at: 'out', mishap: 'not-signed-in' }
    return { at: 'invited', invitation: await call(routes.readInvitation, { body: by, signal }), by }
  }
  if (by && board.role !== 'facilitator') {
    const invitation = await call(routes.readInvitation, { body: by, signal }).catch(() => null)
    if (invitation && isMore(invitation, board)) return { at: 'invited', invitation, by }
  }
  return { at: 'seated', board }
}

/** The same, with every mishap as an answer. */
export const tryToEnter = (id: string, secret: string | undefined, signal?: AbortSignal): Promise<Entry> =>
  enterTable(id, secret, signal).catch((error: unknown) => ({ at: 'out', mishap: mishapOf(error) }))
