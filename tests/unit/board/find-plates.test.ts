import { expect, test } from 'vitest'
import { findPlates } from '../../../client/board/gallery/find-plates.ts'
import { allTemplates } from '../../support/templates.ts'

const templates = allTemplates()
const find = (words: string, rest: Partial<Parameters<typeof findPlates>[1]> = {}) =>
  findPlates(templates, { words, withLittleText: false, ...rest }, 'nl').map(({ id }) => id)

test('without a question all plates are there', () => {
  expect(find('')).toEqual(templates.map(({ id }) => id))
})

test('those whose name has the words come first, whatever their capitals and accents', () => {
  expect(find('DRÍE domeinen')[0]).toBe('three-domains')
})

test('words of the other language and from within a plate count too', () => {
  expect(find('vulnerabilities')).toContain('opgave-circle')
  expect(find('kwetsbaarheden')).toContain('opgave-circle')
})

test('step, way of meeting and little text narrow it down together', () => {
  const narrow = findPlates(templates, { words: '', guide: 3, session: 'atelier', withLittleText: true }, 'nl')
  expect(narrow.map(({ id }) => id)).toContain('opgave-circle')
  for (const { guide, sessions, isForResidents } of narrow) {
    expect([guide, sessions.includes('atelier'), isForResidents]).toEqual([3, true, true])
  }
})
