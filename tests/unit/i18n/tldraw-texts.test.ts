import theirEnglish from '@tldraw/assets/translations/main.json' with { type: 'json' }
import theirDutch from '@tldraw/assets/translations/nl.json' with { type: 'json' }
import { expect, test } from 'vitest'
import ourEnglish from '../../../shared/i18n/en/tldraw.json' with { type: 'json' }
import ourDutch from '../../../shared/i18n/nl/tldraw.json' with { type: 'json' }

const dutch: Record<string, string> = { ...theirDutch, ...ourDutch }

test('every text of the canvas has a Dutch one', () => {
  expect(Object.keys(theirEnglish).filter((key) => !dutch[key])).toEqual([])
})

test('every text that is ours alone exists in both languages', () => {
  const ownOnly = (texts: Record<string, string>) => Object.keys(texts).filter((key) => !(key in theirEnglish))
  expect(ownOnly(ourDutch)).toEqual(ownOnly(ourEnglish))
  expect(ownOnly(ourDutch)).toContain('tool.region')
})

test('no Dutch text names a key that the canvas has lost', () => {
  const known = new Set([...Object.keys(theirEnglish), ...Object.keys(ourEnglish)])
  expect(Object.keys(ourDutch).filter((key) => !known.has(key))).toEqual([])
})
