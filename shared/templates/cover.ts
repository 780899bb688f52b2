import { figureOf } from './figure.ts'
import { A1 } from './paper.ts'
import type { Polygon } from './polygon.ts'
import type { Template } from './schema.ts'
import { type SmallPicture, smallFields, smallLobes, smallParts, smallRings, smallWheel } from './thumbnail.ts'

/** What a list of plates shows of one: its name, its place, and its small picture, ready to be drawn. */
export interface Cover extends Pick<Template, 'id' | 'number' | 'title'>, SmallPicture {
  /** The sign in the picture. */
  readonly icon: string
}

export function coverOf(template: Template): Cover {
  const { id, number, title, icon, figure } = template
  const sign = figure.kind === 'lobes' ? figure.core.icon : icon
  return { id, number, title, icon: sign, ...pictureOf(template) }
}

function pictureOf(template: Template): SmallPicture {
  const { hue, figure } = template
  switch (figure.kind) {
    case 'fields-round-ring':
      return smallFields(hue)
    case 'wheel':
      return smallWheel()
    case 'lobes':
      return smallLobes(figure)
    case 'rings':
      return smallRings(hue)
    case 'stack':
    case 'free':
      return smallParts(
        hue,
        figureOf(template).regions.map(({ outline, sentence }) => ({
          outline: small(outline),
          isSentence: sentence !== undefined,
        })),
      )
    default:
      return figure satisfies never
  }
}

/** Within white, in a picture of 240 × 160. */
const PICTURE = { x: 8, y: 7, w: 224, h: 146 }

const small = (outline: Polygon): Polygon =>
  outline.map(({ x, y }) => ({
    x: PICTURE.x + ((x - A1.content.x) / A1.content.w) * PICTURE.w,
    y: PICTURE.y + ((y - A1.content.y) / A1.content.h) * PICTURE.h,
  }))
