import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has between two things that belong to one task. */
const MOST_STOPS = 80

/** Walks with Tab until the focus is where it should be; on the way it must be in sight at every stop. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const stops: string[] = []
  for (let stop = 1; stop <= MOST_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const focus = await focusOn(page)
    expect(focus.hidden, `after ${stops.join(' → ')}`).toBeNull()
    stops.push(focus.name)
    if ((await target.count()) === 1 && (await isFocused(target))) return
  }
  throw new Error(`${target} is not reached: ${stops.join(' → ')}`)
}

export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** What has the focus, and why one cannot see that it has; null when one can. */
function focusOn(page: Page): Promise<{ name: string; hidden: string | null }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return { name: 'the page', hidden: null }
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? element.tagName
    // A box that is drawn otherwise, such as a card to tick, shows the focus of the field in it.
    const shows = [element, element.closest('label')].filter((part) => part !== null)
    const isRinged = shows.some((part) => {
      const marks = [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo))
      return marks.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      )
    })
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    const hidden = isInWindow ? (isRinged ? null : `${name}: no ring`) : `${name}: out of sight`
    return { name, hidden }
  })
}

/** Chooses in a list that has the focus, with the arrow, as far down as it lies. */
export async function arrowTo(page: Page, list: Locator, option: string): Promise<void> {
  const chosen = () => list.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label)
  for (let step = 0; step < MOST_STOPS && (await chosen()) !== option; step += 1) await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe(option)
}
