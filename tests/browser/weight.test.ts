import { get } from 'node:http'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer, type TestBoard } from '../support/server.ts'
import { aBrowser, aVisitor } from './support/browser.ts'

const PAGE_LIMIT_BYTES = 100 * 1024
/** Pictures and letters come later or from the cache, answers of the API are data. All else that is fetched counts. */
const APART = new Set(['font', 'image', 'fetch'])

const browser = await aBrowser()

/** How many bytes an answer has on the line for who takes gzip. */
const bytesOnTheLine = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })

/** All that a page asks for from its first byte until its form can be filled in and nothing is on its way any more. */
async function fetchedFor(page: Page, path: string, usable: string): Promise<string[]> {
  const urls: string[] = []
  page.on('request', (request) => {
    if (!APART.has(request.resourceType())) urls.push(request.url())
  })
  await page.goto(path)
  await page.getByRole('button', { name: usable }).waitFor()
  await page.waitForLoadState('networkidle')
  return urls
}

interface Case {
  page: string
  path(board: TestBoard): string
  usable: string
}
const CASES: readonly Case[] = [
  { page: 'home', path: () => '/', usable: 'Dek de tafel' },
  { page: 'the field for a code', path: () => '/mee', usable: 'Schuif aan' },
  { page: 'the way in by a code', path: ({ code }) => `/mee/${code}`, usable: 'Ga zitten' },
  { page: 'the way in by a link', path: ({ id, secrets }) => `/t/${id}#${secrets.participant}`, usable: 'Ga zitten' },
]

test.each(CASES)('$page takes less than 100 KB gzip of HTML, scripts and styles to be of use', async (each) => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { page, context } = await aVisitor(browser, server.url, { screen: 'phone' })
  const urls = await fetchedFor(page, each.path(board), each.usable)
  await context.close()

  const kinds = ['.js', '.css'].map((kind) => urls.filter((url) => url.endsWith(kind)).length)
  expect(Math.min(...kinds)).toBeGreaterThan(1)
  const sizes = await Promise.all(urls.map(async (url) => ({ url, bytes: await bytesOnTheLine(url) })))
  const list = sizes.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n')
  const sum = sizes.reduce((total, { bytes }) => total + bytes, 0)
  expect(sum, `${sum} bytes:\n${list}`).toBeLessThan(PAGE_LIMIT_BYTES)
})
