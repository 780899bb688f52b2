import type { IncomingMessage } from 'node:http'

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

/**
 * Whether a request comes from our own pages, or from a program, which has no origin. Browsers name the origin with every
 * socket and every request that changes something.
 */
export function isOwnOrigin(request: IncomingMessage, publicOrigin: string | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  return origin === publicOrigin || (host !== undefined && hostOf(origin) === host.toLowerCase())
}

/**
 * Whether a request that changes something may lean on what the browser adds by itself: a cookie, or being on this
 * machine. `sec-fetch-site` speaks where there is no origin; a page of another site says `cross-site` there.
 */
export function isOwnPage(request: IncomingMessage, publicOrigin: string | undefined): boolean {
  const site = request.headers['sec-fetch-site']
  if (request.headers.origin !== undefined) return isOwnOrigin(request, publicOrigin)
  return site === undefined || site === 'same-origin' || site === 'none'
}
