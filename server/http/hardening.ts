import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60
const NONCE_BYTES = 16
export const API_VERSION = '1.0.0'

const NOTHING = ["'none'"]
const OURS = ["'self'"]

/** What every answer carries. Browsers heed the promise of https only where it came by https. */
export const hardenAll: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: OURS, objectSrc: NOTHING, baseUri: NOTHING, formAction: OURS, frameAncestors: NOTHING },
  },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  strictTransportSecurity: { maxAge: TWO_YEARS_S, includeSubDomains: false },
  crossOriginEmbedderPolicy: false,
})

/** Answers of the API are data about people: kept nowhere, shown in no frame, run as nothing. */
export const hardenApi: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.set('API-Version', API_VERSION)
  next()
}

/** Makes a page's one-time word for its style elements, and allows nothing that is not ours. */
export function hardenPage(response: Response): string {
  const nonce = randomBytes(NONCE_BYTES).toString('base64')
  response.set('Cache-Control', 'no-store')
  response.set(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "media-src 'self' blob:",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  return nonce
}
