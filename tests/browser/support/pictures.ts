import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures go; without it none is taken. `npm run pictures` sets it to the folder of the README's pictures. */
const FOLDER = process.env.PICTURES_DIR
const STILL_FRAMES = 20

/** Keeps what a page shows now, once its letters are there and nothing moves any more. */
export async function savePicture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return
  mkdirSync(FOLDER, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await cameraRests(page)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}

/** Waits until the canvas, if there is one, has stood still for some frames. */
async function cameraRests(page: Page): Promise<void> {
  await page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        let before = ''
        let still = 0
        const look = () => {
          const now = document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform ?? ''
          still = now === before ? still + 1 : 0
          before = now
          if (still >= frames) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
    STILL_FRAMES,
  )
}
