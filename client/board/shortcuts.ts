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
