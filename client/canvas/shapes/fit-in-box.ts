/** Sizes that a name steps down through, in px; what does not fit at the last is broken anywhere and cut. */
const SIZES = [20, 18, 16]
const LINES = 2

/**
 * Sets a name as large as it fits in two lines of its box without breaking a word that has no hyphen. A ref: give the
 * element a key that changes with the text.
 */
export function fitInBox(element: HTMLElement | null): void {
  if (!element) return
  element.style.overflowWrap = 'normal'
  for (const size of SIZES) {
    element.style.fontSize = `${size}px`
    if (element.scrollWidth <= element.clientWidth && element.scrollHeight < size * (LINES + 1)) break
  }
  element.style.overflowWrap = 'anywhere'
}
