import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { recordsFor, saysSaved } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

interface PictureFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Chooses a file with the picture tool. */
async function choose(page: Page, file: PictureFile): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByTestId('tools.asset').click()
  await (await choosing).setFiles(file)
}

/** What a screen has drawn of the pictures: where each comes from, how large its file is, and how it is laid. */
const picturesOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('[data-shape-type="image"] img')].map((image) => ({
      from: image.currentSrc,
      pixels: [image.naturalWidth, image.naturalHeight],
      isUpright: image.clientHeight > image.clientWidth,
    })),
  )

test('a photo appears upright for the others, from our own server', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  // As a telephone takes it: lying pixels, and a note that they stand.
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c2410c' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  await choose(sam.page, { name: 'Jan de Vries.jpg', mimeType: 'image/jpeg', buffer })
  for (const { page } of [sam, jo]) {
    await until(async () =>
      expect(await picturesOn(page)).toEqual([
        {
          from: expect.stringContaining(`${server.url}/api/v1/boards/${board.id}/images/`),
          pixels: [200, 300],
          isUpright: true,
        },
      ]),
    )
  }
  await saysSaved(sam.page)
  expect(JSON.stringify(await recordsFor(sam.page))).not.toContain('Jan de Vries')
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

const REFUSED: [string, PictureFile, string][] = [
  [
    'a drawing in SVG',
    { name: 'teken.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    'Dit bestand is geen afbeelding die we kunnen gebruiken. Kies een JPEG of PNG.',
  ],
  [
    'a text that calls itself a photo',
    { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('geen foto') },
    'Dit bestand is geen afbeelding die we kunnen gebruiken. Kies een JPEG of PNG.',
  ],
  [
    'a file of 20 MB',
    { name: 'groot.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(20 * 1024 * 1024) },
    'Dit is te groot. Kies iets kleiners.',
  ],
]

test.each(REFUSED)('%s is refused in plain words, and leaves nothing on the table', async (_, file, words) => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aGuest(browser, server, board, { name: 'Sam' })
  const before = await recordsFor(page)
  await choose(page, file)
  await page.getByText(words, { exact: true }).waitFor()
  await saysSaved(page)
  expect(await picturesOn(page)).toEqual([])
  expect(await recordsFor(page)).toEqual(before)
})
