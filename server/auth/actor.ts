import type { IncomingMessage } from 'node:http'
import type { BoardId } from '../../shared/ids.ts'
import type { StoredSession } from '../storage/storage.ts'
import { guestTokenIn, guestTokensIn } from './guest-cookie.ts'
import type { Sessions } from './sessions.ts'

/** What programs send in place of a cookie. */
export const bearerIn = (request: IncomingMessage): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/**
 * Who asks, at this table. A request that names its token means that one: a cookie beside it is not looked at, so that a
 * program with a stale token is told so.
 */
export function findActor(
  sessions: Sessions,
  request: IncomingMessage,
  boardId: BoardId,
): Promise<StoredSession | undefined> {
  const token = request.headers.authorization === undefined ? guestTokenIn(request, boardId) : bearerIn(request)
  return sessions.find(boardId, token)
}

/** All seats that a request brings, at whatever tables; of a request that names its token only that one. */
export async function seatsOf(sessions: Sessions, request: IncomingMessage): Promise<StoredSession[]> {
  const tokens = request.headers.authorization === undefined ? guestTokensIn(request) : [bearerIn(request)]
  const found = await Promise.all(tokens.map((token) => sessions.findAnywhere(token)))
  return found.filter((session) => session !== undefined)
}
