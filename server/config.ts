import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** All that the server is told from outside. */
export interface Config {
  port: number
  host: string
  /** Only this machine can reach the server, so anybody who can may make tables. */
  isLoopback: boolean
  dataDir: string
  /** Where the built pages lie. */
  distDir: string
  templatesDir: string
  organiserKey: string | undefined
  /** Origin under which people reach the server, when a proxy stands before it. */
  publicOrigin: string | undefined
  /** Express' notion: false, a number of hops, or the addresses of the proxies. */
  trustProxy: false | number | string[]
}

/** A setting that cannot be used. The message names the variable and is meant for the operator. */
export class ConfigError extends Error {}

const root = resolve(import.meta.dirname, '..')
const MIN_KEY_CHARS = 16

/** Environment → configuration. Reads nothing else, so two servers fit in one process. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const setting = (name: string) => env[name]?.trim() || undefined
  const host = setting('HOST') ?? '127.0.0.1'
  const organiserKey = setting('ORGANISER_KEY')
  if (organiserKey !== undefined && organiserKey.length < MIN_KEY_CHARS) {
    throw new ConfigError(`ORGANISER_KEY must have at least ${MIN_KEY_CHARS} characters.`)
  }
  // It is sent in a header, where nothing else survives.
  if (organiserKey !== undefined && !/^[!-~]+$/.test(organiserKey)) {
    throw new ConfigError('ORGANISER_KEY may have letters without accents, digits and signs, but no spaces.')
  }
  return {
    port: parsePort(setting('PORT') ?? '3000'),
    host,
    isLoopback: isLoopback(host),
    dataDir: resolve(setting('DATA_DIR') ?? resolve(root, 'data')),
    distDir: resolve(root, 'dist'),
    templatesDir: resolve(root, 'templates'),
    organiserKey,
    publicOrigin: parseOrigin(setting('PUBLIC_URL')),
    trustProxy: parseTrustProxy(setting('TRUST_PROXY')),
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}".`)
  }
  return port
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

function parseOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new ConfigError(`PUBLIC_URL must be an address such as https://tafel.example.nl, not "${text}".`)
  }
  return url.origin
}

function parseTrustProxy(text: string | undefined): Config['trustProxy'] {
  if (text === undefined || text === 'false') return false
  if (/^\d+$/.test(text)) return Number(text)
  const addresses = text.split(',').map((part) => part.trim())
  const isAddress = (part: string) => part === 'loopback' || isIP(part.replace(/\/\d+$/, '')) !== 0
  if (!addresses.every(isAddress)) {
    throw new ConfigError(
      `TRUST_PROXY must be false, a number of proxies, "loopback" or addresses with commas between, not "${text}".`,
    )
  }
  return addresses
}
