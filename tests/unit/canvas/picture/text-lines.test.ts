import { toRichText } from '@tldraw/tlschema'
import { describe, expect, test } from 'vitest'
import { type Setting, type TextLine, textLines } from '../../../../client/canvas/picture/text-lines.ts'

/** Every letter is ten wide, so fifteen fit on a line. */
const setting: Setting = { width: 150, size: 20, leading: 1.2, mostLines: 6, widthOf: (text) => text.length * 10 }

const read = (lines: readonly TextLine[]) =>
  lines.map(
    ({ bullet, stretches }) =>
      bullet +
      stretches
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
  )

const setText = (text: string) => read(textLines(toRichText(text), setting))

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: string[]) => ({ type: 'text', text, marks: marks.map((type) => ({ type })) })
const aText = (...content: unknown[]) => ({ type: 'doc', content }) as ReturnType<typeof toRichText>

describe('lines', () => {
  test('break between words', () => {
    expect(setText('Te weinig plek voor wie weg kan')).toEqual(['Te weinig plek', 'voor wie weg', 'kan'])
  })

  test('break after a hyphen, and within a word that no line holds', () => {
    expect(setText('woning-corporatie')).toEqual(['woning-', 'corporatie'])
    expect(setText('een ervaringsdeskundige')).toEqual(['een', 'ervaringsdeskun', 'dige'])
  })

  test('follow paragraphs, empty ones too', () => {
    expect(setText('een\n\ntwee')).toEqual(['een', '', 'twee'])
    expect(textLines(toRichText('een\ntwee'), setting).map(({ y }) => y)).toEqual([0, 24])
  })

  test('end where a line was broken by hand', () => {
    const text = aText(paragraph(words('een'), { type: 'hardBreak' }, words('twee')))
    expect(read(textLines(text, setting))).toEqual(['een', 'twee'])
  })

  test('stop at the most that a note shows, with an ellipsis that fits', () => {
    const lines = textLines(toRichText('woord '.repeat(40)), setting)
    expect(lines).toHaveLength(6)
    expect(read(lines).at(-1)).toBe('woord woord…')
    expect(setText('a b c d e f'.replaceAll(' ', '\n')).at(-1)).toBe('f')
  })
})

test('what is set otherwise is a stretch of its own, behind what comes before it', () => {
  const [line] = textLines(aText(paragraph(words('een '), words('twee', 'bold'), words(' drie'))), setting)
  expect(line?.stretches.map(({ text, at, look }) => [text, at, look.bold])).toEqual([
    ['een ', 0, false],
    ['twee', 40, true],
    [' drie', 80, false],
  ])
})

test('a list has bullets or numbers, and its lines are shorter', () => {
  const list = (type: string) =>
    aText({
      type,
      content: ['een twee drie vier', 'vijf'].map((text) => ({ type: 'listItem', content: [paragraph(words(text))] })),
    })
  expect(read(textLines(list('bulletList'), setting))).toEqual(['•een twee', 'drie vier', '•vijf'])
  expect(read(textLines(list('orderedList'), setting))).toEqual(['1.een twee', 'drie vier', '2.vijf'])
})

test('a paragraph goes the way of its first letter', () => {
  const ways = textLines(toRichText('1. مرحبا\nhallo مرحبا'), setting).map(({ isRightToLeft }) => isRightToLeft)
  expect(ways).toEqual([true, false])
})
