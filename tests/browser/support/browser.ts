import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import type { Locale } from '../../../shared/api/boards.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine can be reached: what a page asks of others fails, and the tests hear of the try.
  '--host-resolver-rules=MAP tafel.example.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGS })

/** One browser for all tests of a file; it closes when they are done. */
export async function aBrowser(): Promise<Browser> {
  const browser = await launchBrowser()
  afterAll(() => browser.close())
  return browser
}

export const SCREENS = {
  laptop: { viewport: { width: 1440, height: 900 } },
  smallLaptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  smallPhone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  /** A laptop of 1280 wide at 400 %. */
  narrow: { viewport: { width: 320, height: 640 } },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const

/** A browser of somebody's own, with what went wrong in it so far. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Addresses on other origins that a page asked for. */
  readonly strayRequests: string[]
  /** Errors that reached the page, its console, or the Content-Security-Policy. */
  readonly faults: string[]
}

export interface VisitorOptions {
  screen?: keyof typeof SCREENS
  locale?: Locale
  ignoreHTTPSErrors?: boolean
  reducedMotion?: 'reduce'
}

/** tldraw listens passively to touch and says so each time; it harms nothing. */
const HARMLESS = /Unable to preventDefault inside passive event listener/

/** Somebody who comes to the server at `origin` for the first time. */
export async function aVisitor(
  browser: Browser,
  origin: string,
  { screen = 'laptop', locale = 'nl', ...settings }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ ...SCREENS[screen], ...settings, baseURL: origin })
  const faults: string[] = []
  const strayRequests: string[] = []
  const note = (fault: string) => {
    if (!HARMLESS.test(fault)) faults.push(fault)
  }
  await context.exposeFunction('noteFault', note)
  await context.addInitScript((language) => {
    // The blank page before the first one has no storage.
    if (location.protocol.startsWith('http')) localStorage['opgavetafel.language'] ??= language
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteFault } = window as unknown as { noteFault(fault: string): void }
      noteFault(`CSP ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  }, locale)
  context.on('weberror', (error) => note(`error ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console ${message.text()} ${message.location().url}`)
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) strayRequests.push(request.url())
  })
  return { context, page: await context.newPage(), strayRequests, faults }
}
