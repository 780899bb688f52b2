import type { Page } from 'playwright-core'

interface Step {
  /** In ms since the page began. */
  at: number
  /** As the screen has it. */
  place: string
  x: number
}

/** Notes from now on, frame by frame, each new place of a note or card. */
export async function watchCourse(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const steps: Step[] = []
    const look = () => {
      const things = document.querySelectorAll<HTMLElement>('[data-shape-type="note"], [data-shape-type="card"]')
      const thing = [...things].find(({ textContent }) => textContent?.includes(wanted))
      const place = thing?.style.transform
      if (place && steps.at(-1)?.place !== place)
        steps.push({ at: performance.now(), place, x: new DOMMatrix(place).e })
      requestAnimationFrame(look)
    }
    look()
    Object.assign(window, { course: steps })
  }, words)
}

/** Where it has been since. */
export const courseOf = (page: Page): Promise<Step[]> =>
  page.evaluate(() => (window as unknown as { course: Step[] }).course)
