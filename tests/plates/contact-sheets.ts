import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { createServer } from 'vite'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { launchBrowser } from '../browser/support/browser.ts'
import { allTemplates } from '../support/templates.ts'

/** Draws all plates, some on one picture, into `docs/img/plates`: to look at, and to lay beside each other after a change. */
const FOLDER = join(import.meta.dirname, '../../docs/img/plates')
const WIDTH = 560
const COLUMNS = 4
const GAP = 16
/** As many as can still be taken in on one picture. */
const MOST = 28

const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  plugins: [react()],
  server: { port: 0, host: '127.0.0.1', fs: { allow: ['../..'] } },
})
await server.listen()
const browser = await launchBrowser()
try {
  await mkdir(FOLDER, { recursive: true })
  const width = COLUMNS * WIDTH + (COLUMNS + 1) * GAP
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  for (const letter of ['A', 'B', 'C'])
    for (const locale of LocaleSchema.options) await drawLetter(page, letter, locale)
} finally {
  await browser.close()
  await server.close()
}
process.exit(0)

async function drawLetter(page: Page, letter: string, locale: string): Promise<void> {
  const ids = allTemplates()
    .filter(({ number }) => number.startsWith(letter))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id }) => id)
  const sheets = Math.ceil(ids.length / MOST)
  for (let sheet = 0; sheet < sheets; sheet++) {
    const shown = ids.slice(sheet * MOST, (sheet + 1) * MOST)
    const query = new URLSearchParams({ locale, ids: shown.join(','), width: String(WIDTH), columns: String(COLUMNS) })
    await page.goto(`${server.resolvedUrls?.local[0]}?${query}`)
    await page
      .locator('svg.plate')
      .nth(shown.length - 1)
      .waitFor()
    await page.evaluate(() => document.fonts.ready)
    const name = [letter.toLowerCase(), sheets > 1 ? String(sheet + 1) : '', `-${locale}.png`].join('')
    await page.screenshot({ path: join(FOLDER, name), fullPage: true })
  }
}
