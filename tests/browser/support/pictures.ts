import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { viewOf } from './at-table.ts'

/** Where pictures go; without it none is taken. `npm run pictures` sets it to the folder of the README's pictures. */
const FOLDER = process.env.PICTURES_DIR

/** Keeps what a page shows now, once its letters are there and nothing moves any more. */
export async function savePicture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return
  mkdirSync(FOLDER, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await viewOf(page)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}
