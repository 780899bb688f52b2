import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import { PROBLEMS } from '../../../shared/api/problem.ts'

const folder = new URL('../../../shared/i18n/', import.meta.url)
// The canvas library has its own English; our file for it fills only what its Dutch lacks.
const FOREIGN = 'tldraw.json'
const namespacesOf = (language: string) =>
  readdirSync(new URL(`${language}/`, folder))
    .filter((name) => name !== FOREIGN)
    .toSorted()
const namespaces = namespacesOf('nl')

/** Every text of a file under its full key. */
function texts(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value)
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, key ? `${key}.${name}` : name)
  }
  walk(JSON.parse(readFileSync(new URL(`${language}/${namespace}`, folder), 'utf8')), '')
  return found
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)[^}]*}}|<\/?\w+>/g)].map(([all]) => all).toSorted()

test('every language has the same namespaces', () => {
  for (const language of LocaleSchema.options) {
    expect(namespacesOf(language)).toEqual(namespaces)
  }
})

test.each(namespaces)('%s says the same things in every language, with the same gaps to fill', (namespace) => {
  const shape = (language: string) =>
    Object.fromEntries([...texts(language, namespace)].map(([key, text]) => [key, placeholders(text)]))
  expect(shape('en')).toEqual(shape('nl'))
})

test.each(namespaces)('no text in %s is empty', (namespace) => {
  const empty = LocaleSchema.options.flatMap((language) =>
    [...texts(language, namespace)].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key}`),
  )
  expect(empty).toEqual([])
})

test.each(LocaleSchema.options)('every problem the server names has a sentence for people (%s)', (language) => {
  const keys = [...texts(language, 'common.json').keys()]
  expect(keys).toEqual(
    expect.arrayContaining([...Object.keys(PROBLEMS), 'no-connection'].map((name) => `problem.${name}`)),
  )
})
