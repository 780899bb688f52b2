import type { Template } from '../../shared/templates/schema.ts'

/**
 * The plates that this page has. Those of our own build come one by one, each as a file of the same release as what draws
 * it; all others are asked of the server, which also knows those that people made.
 */
const files = import.meta.glob<Template>('../../templates/*.json', { query: '?alone', import: 'default' })

/** How long to wait before a plate that did not come is asked for again, in ms; twice as long each time, up to the most. */
const AGAIN_MS = 4_000
const AGAIN_MOST_MS = 32_000

const here = new Map<string, Template>()
const underway = new Set<string>()
const unknown = new Set<string>()
const listeners = new Set<() => void>()

/** A plate that has come in. */
export const templateById = (id: string): Template | undefined => here.get(id)

/** Whether the server does not know the plate either. */
export const isUnknownPlate = (id: string): boolean => unknown.has(id)

/** Calls back whenever a plate has come in, or turned out to be unknown. */
export function onPlates(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes in plates that came another way. */
export function rememberPlates(plates: readonly Template[]): void {
  for (const plate of plates) {
    here.set(plate.id, plate)
    unknown.delete(plate.id)
  }
  tell()
}

/** Sees to it that a plate comes in. */
export function wantPlate(id: string): void {
  ask(id, AGAIN_MS)
}

function ask(id: string, againMs: number): void {
  if (here.has(id) || unknown.has(id) || underway.has(id)) return
  underway.add(id)
  load(id).then(
    (plate) => {
      underway.delete(id)
      if (plate) return rememberPlates([plate])
      unknown.add(id)
      tell()
    },
    () =>
      setTimeout(() => {
        underway.delete(id)
        ask(id, Math.min(2 * againMs, AGAIN_MOST_MS))
      }, againMs),
  )
}

async function load(id: string): Promise<Template | undefined> {
  const file = files[`../../templates/${id}.json`]
  // After a release the files of the one before may be gone while the page is still open.
  const built = file && (await file().catch(() => undefined))
  if (built) return built
  const { fetchPlate } = await import('./fetch-plate.ts')
  return fetchPlate(id)
}

function tell(): void {
  for (const listener of listeners) listener()
}
