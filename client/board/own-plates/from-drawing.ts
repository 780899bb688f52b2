import { LETTER, MOST, SMALLEST_AREA } from '../../../shared/templates/free-schema.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { type Box, boundsOf, boxPolygon, type Point } from '../../../shared/templates/polygon.ts'
import type { DrawnThing } from '../../canvas/table.ts'

/** A field as it was drawn, before it has a key and a meaning. */
export interface DrawnField extends Box {
  readonly shape: 'box' | 'ellipse'
  readonly name: string
  readonly question: string
}

export interface Drawing {
  readonly fields: readonly DrawnField[]
  readonly words: readonly { text: string; x: number; y: number; size: number }[]
  readonly lines: readonly { points: Point[]; isArrow: boolean }[]
}

type Form = Extract<DrawnThing, { is: 'form' }>
type Words = Extract<DrawnThing, { is: 'words' }>
type Line = Extract<DrawnThing, { is: 'line' }>

const NAME_CHARS = 60

/**
 * What is drawn on a table as it would lie on a plate: as large as the paper allows, in the middle. Words that stand in a
 * form without words are its name, and in one that has a name its question.
 */
export function drawingOf(things: readonly DrawnThing[]): Drawing {
  const forms = things.filter((thing): thing is Form => thing.is === 'form')
  const words = things.filter((thing): thing is Words => thing.is === 'words')
  const lines = things.filter((thing): thing is Line => thing.is === 'line' && thing.points.length > 1)
  const place = placeOnPaper(
    boundsOf([...[...forms, ...words].flatMap(boxPolygon), ...lines.flatMap(({ points }) => points)]),
  )
  const loose = words.filter((each) => !forms.some((form) => holds(form, each)))
  return {
    fields: readingOrder(forms)
      .slice(0, MOST.areas)
      .map((form) => ({ shape: form.shape, ...place.box(form), ...wordsIn(form, words) })),
    words: loose.slice(0, MOST.words).map(({ text, size, ...box }) => ({
      text: oneLine(text),
      ...place.point(box),
      size: Math.round(Math.min(LETTER.largest, Math.max(LETTER.smallest, size * place.scale))),
    })),
    lines: lines.slice(0, MOST.lines).map(({ points, isArrow }) => ({ points: points.map(place.point), isArrow })),
  }
}

/** The fields that are too small for a note, by their place in the list. */
export const tooSmall = ({ fields }: Drawing): number[] =>
  fields.flatMap(({ w, h }, index) => (w < SMALLEST_AREA.w || h < SMALLEST_AREA.h ? [index] : []))

function placeOnPaper({ x, y, w, h }: Box) {
  const scale = Math.min(A1.content.w / Math.max(w, 1), A1.content.h / Math.max(h, 1))
  const point = (at: Point): Point => ({
    x: tenth(A1.centre.x + (at.x - x - w / 2) * scale),
    y: tenth(A1.centre.y + (at.y - y - h / 2) * scale),
  })
  const box = (of: Box): Box => ({ ...point(of), w: tenth(of.w * scale), h: tenth(of.h * scale) })
  return { scale, point, box }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const holds = ({ x, y, w, h }: Box, inner: Box): boolean => {
  const [across, down] = [inner.x + inner.w / 2, inner.y + inner.h / 2]
  return across >= x && across <= x + w && down >= y && down <= y + h
}

function wordsIn(form: Form, words: readonly Words[]): { name: string; question: string } {
  const [first = '', ...others] = [
    ...form.text.split('\n'),
    ...words.filter((each) => holds(form, each)).map(({ text }) => text),
  ]
    .map(oneLine)
    .filter((text) => text !== '')
  return { name: first.slice(0, NAME_CHARS).trim(), question: others.join(' ').slice(0, 240).trim() }
}

/** From the top down, and in one row from the left: as a plate is read. */
function readingOrder(forms: readonly Form[]): Form[] {
  const middle = ({ y, h }: Box) => y + h / 2
  return forms.toSorted((a, b) =>
    Math.abs(middle(a) - middle(b)) < Math.min(a.h, b.h) / 2 ? a.x - b.x : middle(a) - middle(b),
  )
}
