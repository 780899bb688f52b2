import { expect, test } from 'vitest'
import { partyName } from '../../../shared/parties/party-name.ts'

test('a party of the palette is called in the language of the reader', () => {
  expect(partyName({ kind: 'gemeente', name: 'Gemeente' }, 'en')).toBe('Municipality')
  expect(partyName({ kind: 'gemeente', name: 'Municipality' }, 'nl')).toBe('Gemeente')
})

test('a name that people gave stays as they gave it', () => {
  expect(partyName({ kind: 'gemeente', name: 'Gemeente Voorbeeldstad' }, 'en')).toBe('Gemeente Voorbeeldstad')
  expect(partyName({ kind: 'own', name: 'De Brug' }, 'en')).toBe('De Brug')
})
