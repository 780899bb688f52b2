import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IRouter, RequestHandler } from 'express'
import sirv from 'sirv'
import { hardenPage } from '../http/hardening.ts'

const A_YEAR_S = 365 * 24 * 60 * 60
/** Every page is one document; the client reads the address. */
const PAGES = ['/', '/t/:id', '/mee', '/mee/:code']
const NONCE_PLACE = '__CSP_NONCE__'

/** Whether the pages have been built. */
export const hasPages = (distDir: string): boolean => existsSync(join(distDir, 'index.html'))

/** Serves the built pages. An address that is no page gets the same document, which says so, with status 404. */
export function servePages(router: IRouter, distDir: string): void {
  router.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send('User-agent: *\nDisallow: /\n')
  })
  const page = hasPages(distDir) ? pageFrom(readFileSync(join(distDir, 'index.html'), 'utf8')) : missingPage
  const assets = join(distDir, 'assets')
  if (existsSync(assets)) {
    router.use('/assets', sirv(assets, { maxAge: A_YEAR_S, immutable: true, brotli: true, gzip: true, etag: true }))
  }
  router.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found\n')
  })
  router.get(PAGES, page(200))
  router.get('/{*path}', page(404))
}

type Page = (status: number) => RequestHandler

function pageFrom(html: string): Page {
  return (status) => (_request, response) => {
    const nonce = hardenPage(response)
    response.status(status).type('html').send(html.replaceAll(NONCE_PLACE, nonce))
  }
}

const missingPage: Page = () => (_request, response) => {
  hardenPage(response)
  response.status(503).type('text/plain').send('The pages are not built. Start with "npm start", which builds them.\n')
}
