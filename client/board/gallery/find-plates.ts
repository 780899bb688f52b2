import type { Locale } from '../../../shared/api/boards.ts'
import { withoutSoftHyphens } from '../../../shared/i18n/soft-hyphens.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import type { SESSIONS } from '../../../shared/templates/sessions.ts'

export type Session = (typeof SESSIONS)[number]

export interface PlateQuery {
  words: string
  /** A step of the route. */
  guide?: number | undefined
  session?: Session | undefined
  /** Only what works with hardly any text. */
  withLittleText: boolean
}

/** The plates that fit all that is asked, those first whose title has the words. */
export function findPlates(templates: readonly Template[], query: PlateQuery, locale: Locale): Template[] {
  const wanted = plain(query.words).split(' ').filter(Boolean)
  const found = templates.filter(
    ({ guide, sessions, isForResidents }) =>
      (query.guide === undefined || guide === query.guide) &&
      (query.session === undefined || sessions.includes(query.session)) &&
      (!query.withLittleText || isForResidents),
  )
  if (wanted.length === 0) return found
  const hasAll = (text: string) => wanted.every((word) => text.includes(word))
  const named = found.filter(({ title }) => hasAll(plain(title[locale])))
  return [...named, ...found.filter((template) => !named.includes(template) && hasAll(wordsOf(template)))]
}

const known = new WeakMap<Template, string>()

/** All that a plate says, in both languages: who searches may know the other word. */
function wordsOf(template: Template): string {
  const words = known.get(template) ?? plain(textsIn(template).join(' '))
  known.set(template, words)
  return words
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'nl' || key === 'en') && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}

/** Without capitals, accents and places to break a word. */
const plain = (text: string): string =>
  withoutSoftHyphens(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
