import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'
import type { BoardId, Millis } from '../../shared/ids.ts'

/** With this prefix a browser takes the cookie over https only, and from no other host of the domain. */
const HOST_PREFIX = '__Host-'

/** One cookie a table, so that leaving one table keeps the seat at the others. */
const cookieName = (boardId: BoardId, isSecure: boolean) => `${isSecure ? HOST_PREFIX : ''}tafel-${boardId}`

/** No browser sits at so many tables; more are not looked at. */
const MOST_TABLES = 50

function cookiesIn(request: IncomingMessage): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name && value) cookies.set(name, value)
  }
  return cookies
}

/** The session tokens that the browser brings, for whatever tables. */
export const guestTokensIn = (request: IncomingMessage): string[] =>
  [...cookiesIn(request)]
    .filter(([name]) => /^(__Host-)?tafel-/.test(name))
    .slice(0, MOST_TABLES)
    .map(([, token]) => token)

/** The session token that the browser brings for this table. */
export function guestTokenIn(request: IncomingMessage, boardId: BoardId): string | undefined {
  const cookies = cookiesIn(request)
  return cookies.get(cookieName(boardId, true)) ?? cookies.get(cookieName(boardId, false))
}

const options = (isSecure: boolean) => ({ httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' }) as const

export function setGuestCookie(response: Response, boardId: BoardId, token: string, expires: Millis): void {
  const { secure: isSecure } = response.req
  response.cookie(cookieName(boardId, isSecure), token, { ...options(isSecure), expires: new Date(expires) })
}

export function clearGuestCookie(response: Response, boardId: BoardId): void {
  const { secure: isSecure } = response.req
  response.clearCookie(cookieName(boardId, isSecure), options(isSecure))
}
