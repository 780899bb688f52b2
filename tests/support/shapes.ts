import { richTextOf } from '../../shared/records/rich-text.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'

interface NoteParts {
  id?: string
  x?: number
  y?: number
  parentId?: string
  index?: string
  text?: string
  color?: string
  meta?: Record<string, unknown>
}

/** A valid note; what a test does not care about is filled in. */
export function aNote(parts: NoteParts = {}): BoardRecord {
  const {
    id = 'note',
    x = 0,
    y = 0,
    parentId = 'page:page',
    index = 'a1',
    text = '',
    color = 'yellow',
    meta = {},
  } = parts
  return {
    id: `shape:${id}`,
    typeName: 'shape',
    type: 'note',
    x,
    y,
    rotation: 0,
    index,
    parentId,
    isLocked: false,
    opacity: 1,
    meta,
    props: {
      color,
      labelColor: 'black',
      size: 's',
      font: 'sans',
      fontSizeAdjustment: 0,
      align: 'start',
      verticalAlign: 'start',
      growY: 0,
      url: '',
      richText: richTextOf(text),
      scale: 1,
    },
  } as unknown as BoardRecord
}
