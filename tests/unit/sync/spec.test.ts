import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Where our tests lie; the benchmark's folder holds those of other people's packages too. */
const FOLDERS = ['unit', 'property', 'server', 'browser'].map((name) =>
  fileURLToPath(new URL(`../../${name}`, import.meta.url)),
)
const SPEC = new URL('../../../shared/sync/SPEC.md', import.meta.url)

const rules = [...readFileSync(SPEC, 'utf8').matchAll(/^- \*\*([A-Z]{3}\d+)\*\* /gm)].map(([, rule]) => rule as string)
const groups = new Set(rules.map((rule) => rule.slice(0, 3)))

/** The rules that titles begin with, one or more, each with the file. */
const citations = FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter(({ name }) => name.endsWith('.test.ts'))
  .map(({ parentPath, name }) => join(parentPath, name))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"`]((?:[A-Z]{3}\d+ )+)/g)].flatMap(([, cited = '']) =>
      cited
        .trim()
        .split(' ')
        .filter((rule) => groups.has(rule.slice(0, 3)))
        .map((rule) => ({ rule, file })),
    ),
  )

test('every rule of the spec has a number of its own', () => {
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
})

test('every rule of the spec is cited by a test', () => {
  const cited = new Set(citations.map(({ rule }) => rule))
  expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
})

test('no test cites a rule that the spec does not have', () => {
  expect(citations.filter(({ rule }) => !rules.includes(rule))).toEqual([])
})
