import { describe, expect, test } from 'vitest'
import { fitText, type TextStyle } from '../../../shared/templates/fit-text.ts'
import { textWidth } from '../../../shared/templates/text-width.ts'

const style: TextStyle = { sizes: [30, 26], weight: 700, line: 1.2, colour: '#000000', maxWidth: 200, maxLines: 2 }

describe('fitText', () => {
  test('leaves a text that fits as large as it is wanted, on one line', () => {
    expect(fitText('Krachten', style)).toEqual({ size: 30, lines: ['Krachten'], fits: true })
  })

  test('breaks a long word at a soft hyphen before it makes the text smaller', () => {
    expect(fitText('Woning\u00adcorporatie', { ...style, maxWidth: 190 })).toEqual({
      size: 30,
      lines: ['Woning-', 'corporatie'],
      fits: true,
    })
  })

  test('shows no hyphen where a word is not broken', () => {
    expect(fitText('Zorg\u00adaanbieder', { ...style, maxWidth: 400 }).lines).toEqual(['Zorgaanbieder'])
  })

  test('makes lines of one text about as long as each other', () => {
    const { lines } = fitText('Over welke domeinen strekt het zich uit?', {
      ...style,
      sizes: [25],
      weight: 500,
      maxWidth: 440,
    })
    expect(lines).toEqual(['Over welke domeinen', 'strekt het zich uit?'])
  })

  test('steps down when the wanted size has too many lines', () => {
    const fitted = fitText('een passend huis met hulp', { ...style, maxWidth: 170 })
    expect(fitted).toMatchObject({ size: 26, fits: true })
  })

  test('ends in an ellipsis where even the smallest size has no room', () => {
    const fitted = fitText('hulp die meeverhuist '.repeat(20), style)
    expect(fitted).toMatchObject({ size: 26, fits: false })
    expect(fitted.lines).toHaveLength(2)
    expect(fitted.lines.at(-1)).toMatch(/…$/)
  })

  test('cuts a word without end too', () => {
    const { lines } = fitText('m'.repeat(500), style)
    expect(Math.max(...lines.map((line) => textWidth(line, 26, 700)))).toBeLessThanOrEqual(200)
  })
})
