/** Marks a part of the page that F6 stops at; the order on the page is the order of the walk. */
export const LANDMARK = { 'data-landmark': '' } as const

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** Moves the focus to the next part of the page, or back to the one before. A part may itself take the focus. */
export function walkLandmarks(back: boolean): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-landmark]')].filter(isShown)
  const here = parts.findLastIndex((part) => part.contains(document.activeElement))
  const step = back ? -1 : 1
  const start = here < 0 && back ? 0 : here
  for (let tried = 1; tried <= parts.length; tried += 1) {
    const part = parts.at((start + step * tried) % parts.length)
    if (part && focusWithin(part)) return
  }
}

function focusWithin(part: HTMLElement): boolean {
  const target = part.tabIndex >= 0 ? part : [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown)
  target?.focus()
  return target !== undefined
}
