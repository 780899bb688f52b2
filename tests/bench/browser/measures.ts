import type { Page } from 'playwright-core'

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The times between the frames of a page over so many ms. */
export const framesOf = (page: Page, ms: number): Promise<number[]> =>
  page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = []
        let before = performance.now()
        const until = before + ms
        const frame = () => {
          const now = performance.now()
          frames.push(now - before)
          before = now
          if (now < until) requestAnimationFrame(frame)
          else resolve(frames)
        }
        requestAnimationFrame(frame)
      }),
    ms,
  )

/**
 * Waits until a board shows so many notes and answers: each note stands on the page as an element of its own or in a
 * picture that says how many it shows, a key chooses a tool, and that has been painted.
 */
export async function isUsable(page: Page, notes: number): Promise<void> {
  await page.waitForFunction(
    (notes) => {
      const elements = document.querySelectorAll('[data-shape-type="note"]').length
      const pictures = [...document.querySelectorAll<HTMLElement>('canvas[data-notes]')]
      const pictured = pictures.reduce((sum, { dataset }) => sum + Number(dataset.notes), 0)
      return elements + pictured >= notes && document.querySelector('[data-testid="tools.draw"]') !== null
    },
    notes,
    { polling: 'raf', timeout: 180_000 },
  )
  await page.keyboard.press('d')
  await page.waitForFunction(
    () => document.querySelector('[data-testid="tools.draw"]')?.getAttribute('aria-pressed') === 'true',
    null,
    { polling: 'raf', timeout: 180_000 },
  )
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}
