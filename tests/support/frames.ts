import { onTestFinished, vi } from 'vitest'

/**
 * A browser's frames, drawn when the test says so. tldraw's store tells of changes once a frame; under test it would tell at
 * once, and what happens between a change and its frame would never be seen. Ends with the test.
 */
export function heldFrames() {
  let waiting = new Map<number, () => void>()
  let last = 0
  vi.stubGlobal('__FORCE_RAF_IN_TESTS__', true)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    last += 1
    waiting.set(last, draw)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id))
  const next = () => {
    while (waiting.size > 0) {
      const now = waiting
      waiting = new Map()
      for (const draw of now.values()) draw()
    }
  }
  onTestFinished(() => {
    next()
    vi.unstubAllGlobals()
  })
  return { next }
}
