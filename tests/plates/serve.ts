import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { createServer } from 'vite'
import type { SheetSize } from '../../shared/records/sheet.ts'

interface PlatesQuery {
  locale: string
  ids: readonly string[]
  size?: SheetSize
  width: number
  columns: number
}

export interface PlatesPage {
  /** Shows empty plates, and waits until they stand there in their own letters and with their pictures. */
  show(page: Page, query: PlatesQuery): Promise<void>
  close(): Promise<void>
}

/** Serves the page that draws plates by themselves. */
export async function aPlatesPage(): Promise<PlatesPage> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    plugins: [react()],
    server: { port: 0, host: '127.0.0.1', fs: { allow: ['../..'] } },
  })
  await server.listen()
  return {
    async show(page, { locale, ids, size = 'M', width, columns }) {
      const numbers = { width: String(width), columns: String(columns) }
      const query = new URLSearchParams({ locale, ids: ids.join(','), size, ...numbers })
      await page.goto(`${server.resolvedUrls?.local[0]}?${query}`)
      await page
        .locator('svg.plate')
        .nth(ids.length - 1)
        .waitFor()
      await page.evaluate(() => document.fonts.ready)
      await page.waitForLoadState('networkidle')
    },
    close: () => server.close(),
  }
}
