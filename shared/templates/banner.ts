import type { Bilingual } from '../records/region.ts'
import type { Area, Icon, SentenceLook, SignNames } from './drawing.ts'
import { INK, type Tones } from './hues.ts'
import type { Paper } from './paper.ts'
import { type Box, boxPolygon, type Point } from './polygon.ts'
import { roundCorners } from './round-corners.ts'
import { signOf, signSize } from './sign.ts'

export const BANNER_HEIGHT = 96

/** Over the whole width, with a pointer to what lies under it. */
export const bannerBox = ({ content }: Paper): Box => ({ ...content, h: BANNER_HEIGHT })
const POINTER = { w: 68, h: 27 }

export function banner(sign: SignNames, tones: Tones, box: Box): [Area, Area, Icon] {
  const under = box.y + box.h
  const middle = box.x + box.w / 2
  return [
    { is: 'area', outline: roundCorners(boxPolygon(box), 28), fill: tones.soft },
    {
      is: 'area',
      outline: [
        { x: middle - POINTER.w / 2, y: under - 1 },
        { x: middle + POINTER.w / 2, y: under - 1 },
        { x: middle, y: under + POINTER.h },
      ],
      fill: tones.soft,
    },
    {
      is: 'icon',
      ...signOf(sign),
      at: { x: box.x + 54, y: box.y + 48 },
      size: signSize(sign, 60, 84),
      colour: tones.deep,
    },
  ]
}

export function bannerSentence(caption: Bilingual, tones: Tones, banner: Box): SentenceLook {
  const box = { x: banner.x + 104, y: banner.y + 8, w: banner.w - 164, h: 80 }
  return {
    box,
    align: 'start',
    caption,
    captionStyle: { sizes: [23], weight: 700, line: 1.3, colour: tones.deep, maxWidth: box.w, maxLines: 1 },
    style: {
      sizes: [31, 27, 24],
      weight: 700,
      line: 1.16,
      colour: INK,
      maxWidth: box.w,
      maxLines: 1,
      maxLinesSmallest: 2,
    },
    gap: 0,
    empty: [
      {
        is: 'text',
        text: caption,
        at: { x: box.x, y: box.y + 5 },
        align: 'start',
        anchor: 'top',
        style: { sizes: [23], weight: 700, line: 1.3, colour: tones.deep, maxWidth: box.w, maxLines: 1 },
      },
      writingLine({ x: box.x, y: banner.y + 75 }, box.w, tones),
    ],
  }
}

/** Where a sentence is to be written. */
export const writingLine = ({ x, y }: Point, w: number, { mid }: Tones) =>
  ({
    is: 'line',
    points: [
      { x, y },
      { x: x + w, y },
    ],
    stroke: { colour: mid, width: 2 },
  }) as const
