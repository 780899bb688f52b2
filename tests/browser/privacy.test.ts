import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, layNote, layTable, saysSaved, sitDown } from './support/at-table.ts'
import { aBrowser, aVisitor, type Visitor } from './support/browser.ts'
import { aTlsProxy } from './support/tls-proxy.ts'

const browser = await aBrowser()

const ORGANISER_KEY = 'een-sleutel-voor-organisatoren'
/** The one thing that tldraw asks of its makers, without a key, on https: whether its mark may be counted. */
const LICENCE_PING = /^https:\/\/cdn\.tldraw\.com\/[\d.]+\/watermarks\/watermark-track\.svg/
const LINKS = ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://example.org/nota.pdf']

test('over https, off localhost, nothing is asked of others but the one licence ping, and that is blocked', async () => {
  const proxy = await aTlsProxy()
  const server = await aServer({
    config: { publicOrigin: proxy.origin, trustProxy: ['loopback'], organiserKey: ORGANISER_KEY },
  })
  proxy.passTo(server.url)
  const visitor = await aVisitor(browser, proxy.origin, { ignoreHTTPSErrors: true })
  const failed: string[] = []
  visitor.context.on('requestfailed', (request) => failed.push(request.url()))

  await walkTheTable(visitor, ORGANISER_KEY)

  const { strayRequests, faults } = visitor
  const isPing = (text: string) => LICENCE_PING.test(text.replace(/^.*?(?=https:)/, ''))
  expect(strayRequests.filter((url) => !isPing(url))).toEqual([])
  // Every visit of the table pings once. What the browser counts as a request never leaves it: the policy stops it.
  const violations = faults.filter((fault) => fault.startsWith('CSP'))
  expect(violations.length).toBeGreaterThan(0)
  expect(violations.filter((violation) => !/^CSP connect-src /.test(violation) || !isPing(violation))).toEqual([])
  expect(failed.filter(isPing)).toEqual(strayRequests)
  expect(faults.filter((fault) => !isPing(fault) && !isPingsEcho(fault) && !isAskedForKey(fault))).toEqual([])

  const cookies = await visitor.context.cookies()
  expect(cookies.map(({ name, secure, httpOnly }) => [name.startsWith('__Host-'), secure, httpOnly])).toEqual([
    [true, true, true],
  ])
})

test('on localhost nothing at all is asked of others, and the policy has nothing to stop', async () => {
  const server = await aServer()
  const visitor = await aVisitor(browser, server.url)
  await walkTheTable(visitor)
  expect(visitor.strayRequests).toEqual([])
  expect(visitor.faults.filter((fault) => !isAskedForKey(fault))).toEqual([])
})

test.each(['laptop', 'phone'] as const)(
  'on a %s the mark of tldraw stands in sight and nothing covers it',
  async (screen) => {
    const server = await aServer()
    const { page } = await aVisitor(browser, server.url, { screen })
    await layTable(page, { title: 'Uitstroming', plates: ['De opgave'] })
    await sitDown(page)
    const mark = page.locator('[class*="tl-watermark"]')
    await mark.waitFor()
    await expectUncovered(mark)
    await layNote(page, 'Een huis is nog geen thuis')
    await page.getByText('Kaartje ligt op tafel.', { exact: true }).waitFor()
    await expectUncovered(mark)
  },
)

/** All that people do between the front door and leaving, foreign things put on the table included. */
async function walkTheTable({ context, page }: Visitor, key?: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await layTable(page, { title: 'Uitstroming', plates: ['De opgave', 'Wie doet mee?'], key })
  await sitDown(page, { name: 'Sam', party: 'Gemeente' })
  await saysSaved(page)
  await layNote(page, 'Een huis is nog geen thuis', 'De opgave · Uitdaging')

  for (const link of LINKS) {
    await paste(page, { 'text/plain': link })
    await onBoard(page, 'text', link).waitFor()
  }
  await paste(page, { 'text/html': '<p>Zie <img src="https://example.org/pixel.gif"> <b>de nota</b></p>' })
  await onBoard(page, 'text', 'de nota').waitFor()
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#00796b' } })
    .png()
    .toBuffer()
  await paste(page, { 'image/png': picture })
  await until(async () => expect(await drawnWidths(page)).toEqual([60]))
  await drop(page, { name: 'foto.png', type: 'image/png', bytes: picture })
  await until(async () => expect(await drawnWidths(page)).toEqual([60, 60]))
  await drop(page, { name: 'teken.svg', type: 'image/svg+xml', bytes: FOREIGN_SVG })
  await page.getByText('Dit bestand is geen afbeelding die we kunnen gebruiken.').first().waitFor()

  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Toetsen' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delen' }).click()
  await page.getByRole('img', { name: 'QR-code naar deze tafel' }).waitFor()
  await page.keyboard.press('Escape')
  await canvasOf(page).click({ button: 'right', position: { x: 40, y: 200 } })
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await saysSaved(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Uitstroming' }).click()
  await until(async () => expect(await drawnWidths(page)).toEqual([60, 60]))
  await saysSaved(page)
}

const FOREIGN_SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/pixel.png" width="9" height="9"/></svg>',
)

const onBoard = (page: Page, type: string, words: string): Locator =>
  page.locator(`[data-shape-type="${type}"]`).filter({ hasText: words })

/** The pictures that a screen has really drawn, by the width of their pixels. */
const drawnWidths = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('[data-shape-type="image"] img')]
      .map(({ naturalWidth }) => naturalWidth)
      .filter((width) => width > 0),
  )

/** Puts something on the clipboard, as another program would have, and pastes it with the keys. */
async function paste(page: Page, content: Record<string, string | Buffer>): Promise<void> {
  const parts = Object.entries(content).map(([type, data]) => [type, Buffer.from(data).toString('base64')] as const)
  await page.evaluate(async (encoded) => {
    const blobs = encoded.map(([type, data]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      return [type, new Blob([bytes], { type })] as const
    })
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, parts)
  await page.getByRole('application').focus()
  await page.keyboard.press('ControlOrMeta+v')
}

/** Lets a file go over the middle of the board. */
async function drop(page: Page, file: { name: string; type: string; bytes: Buffer }): Promise<void> {
  await page.evaluate(
    ({ name, type, data }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], name, { type }))
      const canvas = document.querySelector('.tl-canvas')
      const box = canvas?.getBoundingClientRect()
      const place = { clientX: (box?.x ?? 0) + (box?.width ?? 0) / 2, clientY: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
      canvas?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer, ...place }))
    },
    { ...file, data: file.bytes.toString('base64') },
  )
}

/** At its corners and in its middle one sees the mark itself, or through it the canvas, but nothing that lies over it. */
async function expectUncovered(mark: Locator): Promise<void> {
  const over = await mark.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const canvas = document.querySelector('.tl-canvas')
    // On a phone tldraw lets its mark hang a little over the edge of the window.
    const across = Math.min(width, window.innerWidth - left)
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + across * x, top + height * y]))
    const seen = points.map(([x = 0, y = 0]) => document.elementFromPoint(x, y))
    return {
      isShown: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 0 && height > 0,
      over: seen
        .filter((found) => !(found && (element.contains(found) || canvas?.contains(found))))
        .map((found) => found?.outerHTML.slice(0, 120)),
    }
  })
  expect(over).toEqual({ isShown: true, over: [] })
}

/** The ping's failure, as the page hears of it. */
const isPingsEcho = (fault: string) => /^error Failed to fetch/.test(fault)

/** A visitor without a seat is told so with a status that the console shows. */
const isAskedForKey = (fault: string) => /status of 401/.test(fault)
