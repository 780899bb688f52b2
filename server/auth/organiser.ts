import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'
import { bearerIn } from './actor.ts'

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const SIGNS_OF_A_PROXY = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/**
 * Who may make tables: whoever has the organiser key, and anybody on this machine when nobody else can reach the server.
 */
export function mayMakeBoards(request: IncomingMessage, config: Config): boolean {
  return isKey(bearerIn(request), config.organiserKey) || isOnThisMachine(request, config)
}

/**
 * The socket alone does not tell: a proxy on this machine lets in the world, and a page elsewhere whose name was made to
 * point to 127.0.0.1 still sends that name as its host.
 */
function isOnThisMachine({ headers }: IncomingMessage, config: Config): boolean {
  if (!config.isLoopback || config.publicOrigin !== undefined || config.trustProxy !== false) return false
  return LOCAL_HOST.test(headers.host ?? '') && SIGNS_OF_A_PROXY.every((name) => headers[name] === undefined)
}

function isKey(given: string | undefined, key: string | undefined): boolean {
  if (given === undefined || key === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}
