import { useCallback, useSyncExternalStore } from 'react'

/** Where the layout changes by more than measures: the dossier is a panel from here on, below it a sheet. */
export const PANEL_FROM = '(min-width: 900px)'
/** The bottom bar gives way to two buttons over the canvas. */
export const PHONE = '(max-width: 599px)'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
