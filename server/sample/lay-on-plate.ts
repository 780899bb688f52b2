import { type TLParentId, type TLShapeId, toRichText } from '@tldraw/tlschema'
import { type Locale, LocaleSchema } from '../../shared/api/boards.ts'
import { CARD_SIZE, type CardShape } from '../../shared/records/card.ts'
import { NOTE_LOOK, NOTE_MAX_LINES, NOTE_SIZE, NOTE_TEXT, noteBox, noteGrowth } from '../../shared/records/note.ts'
import { isSentenceRegion, type RegionShape } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { SheetShape } from '../../shared/records/sheet.ts'
import type { Figure } from '../../shared/templates/drawing.ts'
import { fitText } from '../../shared/templates/fit-text.ts'
import type { IndexKey } from '../../shared/templates/fractional-index.ts'
import { freePlace } from '../../shared/templates/free-place.ts'
import type { Box, Point } from '../../shared/templates/polygon.ts'
import { wordBoxes } from '../../shared/templates/text-layout.ts'
import { type SampleCard, SampleError, type SampleNote, type SamplePlate } from './content.ts'

export interface PlateOnTable {
  sheet: SheetShape
  regions: readonly RegionShape[]
  figure: Figure
}

/** What is laid, but for its order among all that lies on the table. */
type Laid = (index: IndexKey) => BoardRecord

/** Lays the cards and notes of one plate, each on a free place in its region. */
export function layOnPlate(
  { cards, notes }: SamplePlate,
  { sheet, regions, figure }: PlateOnTable,
  { locale, newId }: { locale: Locale; newId: () => string },
): Laid[] {
  const words = LocaleSchema.options.flatMap((each) => wordBoxes(figure, each))
  const taken: Box[] = []
  const place = (region: RegionShape, size: Pick<Box, 'w' | 'h'>, from?: Point) => {
    const box = {
      ...freePlace({ ...roomOf(region, regions), size, grows: 0, taken, words, ...(from && { from }) }),
      ...size,
    }
    taken.push(box)
    return { x: sheet.x + box.x, y: sheet.y + box.y }
  }
  const named = (key: string): RegionShape => {
    const region = regionNamed(key, sheet, regions)
    if (region === undefined) throw new SampleError(`The plate "${sheet.props.template}" has no region "${key}".`)
    return region
  }
  const invitationOf = ({ props: { key } }: RegionShape) =>
    figure.regions.find((region) => region.key === key)?.invitation
  const layCard = (region: RegionShape, card: SampleCard): Laid => {
    const at = place(region, CARD_SIZE, card.at === undefined ? invitationOf(region) : along(region, card.at))
    return (index) => cardAt(card, { ...at, id: newId(), index, page: sheet.parentId })
  }
  const layNote = (region: RegionShape, note: SampleNote): Laid => {
    const growY = growthOf(note[locale])
    const at = place(region, noteBox({ scale: 1, growY }), invitationOf(region))
    return (index) => noteAt(note, { ...at, growY, id: newId(), index, page: sheet.parentId }, locale)
  }
  return [
    ...Object.entries(cards).flatMap(([key, list]) => list.map((card) => layCard(named(key), card))),
    ...Object.entries(notes).flatMap(([key, list]) => list.map((note) => layNote(named(key), note))),
  ]
}

/** A region by its key, or by the party whose place it is in: `gemeente.doelen`. */
function regionNamed(key: string, { props: { parties } }: SheetShape, regions: readonly RegionShape[]) {
  const [party, ...rest] = key.split('.')
  const place = parties.indexOf(`party:${party}`)
  const full = place < 0 ? key : `p${place + 1}.${rest.join('.')}`
  return regions.find(({ props }) => props.key === full)
}

const outlineOf = ({ x, y, props: { outline } }: RegionShape): number[] =>
  outline.map((value, at) => value + (at % 2 === 0 ? x : y))

/** Where things of this region may lie, measured from the corner of the sheet. */
function roomOf(region: RegionShape, regions: readonly RegionShape[]) {
  const others = regions.filter(({ id }) => id !== region.id)
  const except = others.filter(({ props }) => region.props.except.includes(props.key) || isSentenceRegion(props.kind))
  return { outline: outlineOf(region), except: except.map(outlineOf), others: others.map(outlineOf) }
}

const along = ({ x, y, props }: RegionShape, share: number): Point => ({
  x: x + props.w * share,
  y: y + props.h / 2,
})

function growthOf(text: string): number {
  const { padding, size, line, weight } = NOTE_TEXT
  const { lines } = fitText(text, {
    sizes: [size],
    weight,
    line: line / size,
    colour: '',
    maxWidth: NOTE_SIZE.w - 2 * padding,
    maxLines: NOTE_MAX_LINES,
    ragged: true,
  })
  return noteGrowth(lines.length)
}

interface LaidAt extends Point {
  id: string
  index: IndexKey
  page: TLParentId
}

const shapeAt = ({ id, index, page, x, y }: LaidAt) => ({
  id: `shape:${id}` as TLShapeId,
  typeName: 'shape' as const,
  x,
  y,
  rotation: 0,
  index,
  parentId: page,
  isLocked: false,
  opacity: 1,
})

function cardAt({ party }: SampleCard, at: LaidAt): BoardRecord {
  const card: CardShape = { ...shapeAt(at), type: 'card', props: { ...CARD_SIZE, party: `party:${party}` }, meta: {} }
  return card as unknown as BoardRecord
}

function noteAt({ by, kind, ...text }: SampleNote, at: LaidAt & { growY: number }, locale: Locale): BoardRecord {
  return {
    ...shapeAt(at),
    type: 'note',
    props: { ...NOTE_LOOK, richText: toRichText(text[locale]), growY: at.growY, url: '', scale: 1 },
    meta: { party: `party:${by}`, ...(kind && { kind }) },
  }
}
