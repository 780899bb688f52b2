import type { SheetSize } from '../records/sheet.ts'
import type { Box, Point } from './polygon.ts'

/** The paper of a plate, in canvas units: 1 unit is 1 point on A1, landscape. */
export interface Paper {
  readonly w: number
  readonly h: number
  /** Where figures may lie: between the head and the foot, within the margins. */
  readonly content: Box
  readonly centre: Point
  /** The lower right corner of the content. */
  readonly end: Point
}

const MARGIN = 56
const HEAD = 172
const FOOT = 78

export function paperOf({ w, h }: { w: number; h: number }): Paper {
  const content = { x: MARGIN, y: HEAD, w: w - 2 * MARGIN, h: h - HEAD - FOOT }
  const end = { x: content.x + content.w, y: content.y + content.h }
  return { w, h, content, centre: { x: (content.x + end.x) / 2, y: (content.y + end.y) / 2 }, end }
}

/** A1, for which every plate is designed. */
export const A1 = paperOf({ w: 2384, h: 1684 })

/** How much wider and higher the content is than on A1; head, foot and margins keep their measures. */
const FACTORS: Readonly<Record<SheetSize, number>> = { M: 1, L: Math.SQRT2, XL: 2 }

/** Paper of a size, with so much more room for the content if that is asked for. */
export function paperFor(size: SheetSize, more: { w: number; h: number } = { w: 1, h: 1 }): Paper {
  const grown = (side: number, by: number) => Math.round(side * FACTORS[size] * by)
  return paperOf({
    w: A1.w - A1.content.w + grown(A1.content.w, more.w),
    h: A1.h - A1.content.h + grown(A1.content.h, more.h),
  })
}
