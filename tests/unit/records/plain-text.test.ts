import { toRichText } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import { plainText } from '../../../shared/records/plain-text.ts'

test('paragraphs, hard breaks and list items are lines', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const item = (words: string) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [text(words)] }] })
  const richText = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('Een '), { ...text('huis'), marks: [{ type: 'bold' }] }] },
      { type: 'paragraph', content: [text('a'), { type: 'hardBreak' }, text('b')] },
      { type: 'bulletList', content: [item('één'), item('twee')] },
    ],
  }
  expect(plainText(richText)).toBe('Een huis\na\nb\néén\ntwee')
})

test('what was typed comes back, without empty lines round it', () => {
  expect(plainText(toRichText('een\n\ntwee\n'))).toBe('een\n\ntwee')
})

test('content that is no rich text has no words', () => {
  expect(plainText({ type: 'doc', content: [null, 3, { type: 'paragraph', content: 'x' }] })).toBe('')
})
