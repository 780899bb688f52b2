import type { IncomingMessage } from 'node:http'
import type { BoardId } from '../../shared/ids.ts'
import type { StoredSession } from '../storage/storage.ts'
import { guestTokenIn } from './guest-cookie.ts'
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
