import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const TESTS = fileURLToPath(new URL('../..', import.meta.url))
const SPEC = new URL('../../../shared/sync/SPEC.md', import.meta.url)

const rules = [...readFileSync(SPEC, 'utf8').matchAll(/^- \*\*([A-Z]{3}\d+)\*\* /gm)].map(([, rule]) => rule as string)
const groups = new Set(rules.map((rule) => rule.slice(0, 3)))

/** The rules that titles begin with, one or more, each with the file. */
const citations = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(join(TESTS, file), 'utf8').matchAll(/['"`]((?:[A-Z]{3}\d+ )+)/g)].flatMap(([, cited = '']) =>
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
