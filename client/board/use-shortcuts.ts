import { useEffect, useRef } from 'react'
import { walkLandmarks } from './landmarks.ts'
import { endRest, isHeldBack, shortcutOf } from './shortcuts.ts'

/** Lets keys act wherever the focus is, before the canvas takes them for its tools. */
export function useShortcuts(acts: { newNote(): void; help(): void }) {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isHeldBack(event)) return event.stopImmediatePropagation()
      const shortcut = shortcutOf(event)
      if (shortcut === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (shortcut === 'newNote' || shortcut === 'help') latest.current[shortcut]()
      else walkLandmarks(shortcut === 'previousLandmark')
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('pointerdown', endRest, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('pointerdown', endRest, { capture: true })
    }
  }, [])
}
