import { useSyncExternalStore } from 'react'
import type { PictogramId } from '../../../shared/templates/pictogram.ts'

interface Pictures {
  /** Of the square that each is drawn in. */
  readonly size: number
  /** The SVG of each, without the element round it. */
  readonly pictures: Readonly<Record<PictogramId, string>>
}

let loaded: Pictures | undefined
let loading: Promise<void> | undefined
const waiting = new Set<() => void>()

async function load(): Promise<void> {
  try {
    loaded = (await import('./openmoji.json')).default
    for (const tell of waiting) tell()
  } catch {
    // Icons stay in their place; the next plate that asks tries again.
    loading = undefined
  }
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell)
  if (!loading) loading = load()
  return () => waiting.delete(tell)
}

const now = (): Pictures | undefined => loaded

/** The pictures for residents. They come with the first plate that shows one; until then there are none. */
export const usePictures = (): Pictures | undefined => useSyncExternalStore(subscribe, now, now)
