import { use, useCallback, useSyncExternalStore } from 'react'
import { type Locale, LocaleSchema } from '../../shared/api/boards.ts'
import { type Texts, translate, type Values } from '../../shared/i18n/translate.ts'
import type { Key, Namespace } from './i18n-keys.ts'

const STORED_AS = 'opgavetafel.language'
const DEFAULT: Locale = 'nl'

// The canvas brings its own words along with itself.
const files = import.meta.glob<Texts>(['../../shared/i18n/*/*.json', '!../../shared/i18n/*/tldraw.json'], {
  import: 'default',
})

let language: Locale = DEFAULT
/** The language asked for last; it becomes the language once its texts are there. */
let wanted: Locale = DEFAULT
/** By place, `nl/common`: the texts that have come, and the fetching of all that were ever asked for. */
const texts = new Map<string, Texts>()
const fetched = new Map<string, Promise<void>>()
const watchers = new Set<() => void>()

const tellAll = () => {
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function fetchTexts(of: Locale, namespace: string): Promise<void> {
  const place = `${of}/${namespace}`
  const underway = fetched.get(place)
  if (underway) return underway
  const file = files[`../../shared/i18n/${place}.json`]
  if (!file) throw new Error(`No texts for ${place}`)
  const fetching: Promise<void> = file().then((read) => {
    texts.set(place, read)
    // What React writes on a promise that it waited for: it then shows these texts at once, without a spinner between.
    Object.assign(fetching, { status: 'fulfilled' })
    tellAll()
  })
  // Whoever waits for them hears of a failure.
  fetching.catch(() => {})
  fetched.set(place, fetching)
  return fetching
}

/** The language chosen on this device; Dutch until somebody chooses. Storage may be forbidden: then nothing is kept. */
function storedLanguage(): Locale {
  try {
    const stored = LocaleSchema.safeParse(localStorage.getItem(STORED_AS))
    return stored.success ? stored.data : DEFAULT
  } catch {
    return DEFAULT
  }
}

function keep(chosen: Locale) {
  try {
    localStorage.setItem(STORED_AS, chosen)
  } catch {
    // The choice then holds for this visit.
  }
}

/**
 * Takes up the language of this device and sends for the words that every page has. Others come when the first page
 * needs them, in the chosen language only.
 */
export function startI18n(): void {
  language = wanted = storedLanguage()
  document.documentElement.lang = language
  void fetchTexts(language, 'common')
}

/** Changes language once all texts in use have come; without a connection it stays what it was. */
export async function changeLanguage(next: Locale): Promise<void> {
  wanted = next
  const inUse = new Set([...fetched.keys()].map((place) => place.replace(/^.*\//, '')))
  const arrived = await Promise.allSettled([...inUse].map((namespace) => fetchTexts(next, namespace)))
  if (arrived.some(({ status }) => status === 'rejected')) {
    // A next try fetches anew.
    for (const place of fetched.keys()) if (place.startsWith(`${next}/`) && !texts.has(place)) fetched.delete(place)
    return
  }
  if (wanted !== next) return
  language = next
  document.documentElement.lang = next
  keep(next)
  tellAll()
}

/** The text of a key as it stands now, for what is drawn outside React. A key without text is its own text. */
export function textNow<N extends Namespace>(namespace: N, key: Key<N>, values?: Values): string {
  return textIn(language, namespace, key, values)
}

function textIn(of: Locale, namespace: Namespace, key: string, values?: Values): string {
  const [name = '', inside = namespace] = key.split(':').toReversed()
  return translate(texts.get(`${of}/${inside}`) ?? {}, name, of, values) ?? key
}

/** Gives texts of one file by key, and those of others as `common:retry`. */
export type Translate<First extends Namespace, Others extends Namespace = never> = (
  key: Key<First> | (Others extends Namespace ? `${Others}:${Key<Others>}` : never),
  values?: Values,
) => string

/** The texts of some files in the reader's language. It waits for them, unless told to show what it has. */
export function useTranslation<First extends Namespace, Others extends Namespace = never>(
  namespaces: First | readonly [First, ...Others[]],
  { waits = true } = {},
) {
  const [first, ...others] = typeof namespaces === 'string' ? ([namespaces] as const) : namespaces
  const all = [first, ...others]
  const now = useSyncExternalStore(watch, () => language)
  const isReady = useSyncExternalStore(watch, () => all.every((namespace) => texts.has(`${language}/${namespace}`)))
  // Always, also for texts that are there: React counts on the same calls when it renders again after waiting.
  for (const arrival of all.map((namespace) => fetchTexts(now, namespace))) if (waits) use(arrival)
  const t: Translate<First, Others> = useCallback(
    (key: string, values?: Values) => textIn(now, first, key, values),
    [now, first],
  )
  return { t, language: now, isReady }
}
