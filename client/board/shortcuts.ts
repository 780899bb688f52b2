/** Where this device remembers that single keys are off, for people whose speech or tremor types by accident. */
const STORED = 'opgavetafel.singleKeys'

/** Storage may be forbidden: then single keys are on, and off only for as long as the page stands. */
let isOff = readStored()

function readStored(): boolean {
  try {
    return localStorage.getItem(STORED) === 'off'
  } catch {
    return false
  }
}

export const singleKeysOn = (): boolean => !isOff

export function setSingleKeys(on: boolean): void {
  isOff = !on
  try {
    if (on) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
  } catch {
    // The choice then holds for this visit.
  }
}

/** How long letters are held back after what was written in has gone, from the last one on, in ms. */
const RESTS_MS = 1_500
let restsUntil = 0

/** What was written in has gone while somebody was typing: the letters that still come are meant for it, and for no tool. */
export function restKeys(): void {
  restsUntil = performance.now() + RESTS_MS
}

/** Somebody has seen it and does something else. */
export function endRest(): void {
  restsUntil = 0
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null

export type Shortcut = 'newNote' | 'help' | 'nextLandmark' | 'previousLandmark'

/** What a key press asks of the chrome, or null for nothing. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.key === 'F6') return event.shiftKey ? 'previousLandmark' : 'nextLandmark'
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  if (isTyping(event.target) || isInDialog(event.target) || !singleKeysOn()) return null
  if (event.key.toLowerCase() === 'k' && !event.shiftKey) return 'newNote'
  return event.key === '?' ? 'help' : null
}

const GOES_ON = new Set(['Tab', 'Escape', 'F6'])

/** Whether a key must reach nobody, the canvas and its tools included: a letter while single keys are off or rest. */
export function isHeldBack(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isInDialog(event.target)) return false
  if (performance.now() < restsUntil && !GOES_ON.has(event.key)) {
    restKeys()
    return true
  }
  return !singleKeysOn() && /^\S$/.test(event.key)
}
