import { describe, expect, test } from 'vitest'
import { translate } from '../../../shared/i18n/translate.ts'

const texts = {
  hello: 'Dag {{name}}',
  save: { offline: { head: 'Geen internet' } },
  people_zero: 'Niemand',
  people_one: '1 mens',
  people_other: '{{count}} mensen',
  cards_one: '1 kaartje',
  cards_other: '{{count}} kaartjes',
  left: 'Nog {{count}}',
}
const say = (key: string, values?: Parameters<typeof translate>[3]) => translate(texts, key, 'nl', values)

describe('translate', () => {
  test('finds a text within its groups', () => {
    expect(say('save.offline.head')).toBe('Geen internet')
  })

  test('has no text for a group, for what is not there, or for what every object has', () => {
    expect(
      ['save.offline', 'save.online.head', 'hello.there', 'toString', 'save.constructor.name'].map((key) => say(key)),
    ).toEqual(Array.from({ length: 5 }))
  })

  test('fills the gaps it has values for and leaves the others to be seen', () => {
    expect(say('hello', { name: 'Sam {{name}} $&' })).toBe('Dag Sam {{name}} $&')
    expect(say('hello')).toBe('Dag {{name}}')
  })

  test('chooses the form by the count; nought has one of its own only where it is written', () => {
    expect([0, 1, 2].map((count) => say('people', { count }))).toEqual(['Niemand', '1 mens', '2 mensen'])
    expect([0, 1, 2].map((count) => say('cards', { count }))).toEqual(['0 kaartjes', '1 kaartje', '2 kaartjes'])
  })

  test('takes a text without forms as it is', () => {
    expect(say('left', { count: 1 })).toBe('Nog 1')
  })

  test('knows the plurals of the language, whichever it is', () => {
    const forms = { days_one: 'день', days_few: '{{count}} дні', days_many: '{{count}} днів' }
    expect([1, 3, 11, 22].map((count) => translate(forms, 'days', 'uk', { count }))).toEqual([
      'день',
      '3 дні',
      '11 днів',
      '22 дні',
    ])
  })
})
