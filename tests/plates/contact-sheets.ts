import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { byNumber } from '../../shared/templates/by-number.ts'
import { launchBrowser } from '../browser/support/browser.ts'
import { allTemplates } from '../support/templates.ts'
import { aPlatesPage } from './serve.ts'

/** Draws all plates, some on one picture, into `docs/img/plates`: to look at, and to lay beside each other after a change. */
const FOLDER = join(import.meta.dirname, '../../docs/img/plates')
const WIDTH = 560
const COLUMNS = 4
const GAP = 16
/** As many as can still be taken in on one picture. */
const MOST = 28

const plates = await aPlatesPage()
const browser = await launchBrowser()
try {
  await mkdir(FOLDER, { recursive: true })
  const viewport = { width: COLUMNS * WIDTH + (COLUMNS + 1) * GAP, height: 900 }
  const page = await browser.newPage({ viewport })
  for (const letter of ['A', 'B', 'C']) {
    const ids = allTemplates()
      .filter(({ number }) => number.startsWith(letter))
      .sort(byNumber)
      .map(({ id }) => id)
    const sheets = Math.ceil(ids.length / MOST)
    for (const locale of LocaleSchema.options) {
      for (let sheet = 0; sheet < sheets; sheet++) {
        const shown = ids.slice(sheet * MOST, (sheet + 1) * MOST)
        await plates.show(page, { locale, ids: shown, width: WIDTH, columns: COLUMNS })
        const name = [letter.toLowerCase(), sheets > 1 ? String(sheet + 1) : '', `-${locale}.png`].join('')
        await page.screenshot({ path: join(FOLDER, name), fullPage: true })
      }
    }
  }
} finally {
  await browser.close()
  await plates.close()
}
process.exit(0)
