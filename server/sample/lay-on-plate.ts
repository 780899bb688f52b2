import { type TLParentId, type TLShapeId, toRichText } from '@tldraw/tlschema'
import { type Locale, LocaleSchema } from '../../shared/api/boards.ts'
import type { CardShape } from '../../shared/records/card.ts'
import { CARD_SIZE } from '../../shared/records/card-size.ts'
import { NOTE_LOOK, NOTE_MAX_LINES, NOTE_SIZE, NOTE_TEXT, noteBox, noteGrowth } from '../../shared/records/note.ts'
import { isSentenceRegion, type RegionShape } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { SheetShape } from '../../shared/records/sheet.ts'
import type { Figure } from '../../shared/templates/drawing.ts'
import { fitText } from '../../shared/templates/fit-text.ts'
import type { IndexKey } from '../../shared/templates/fractional-index.ts'
import { freePlace, GAP, wholePlace } from '../../shared/templates/free-place.ts'
import type { Box, Point } from '../../shared/templates/polygon.ts'
import { wordBoxes } from '../../shared/templates/text-layout.ts'
import { blocksFor } from './blocks.ts'
import { type SampleCard, SampleError, type SampleNote, type SamplePlate } from './content.ts'

export interface PlateOnTable {
  sheet: SheetShape
  regions: readonly RegionShape[]
  figure: Figure
}

/** What is laid, but for its order among all that lies on the table. */
type Laid = (index: IndexKey) => BoardRecord

/** How much white is tried for round what lies together: the usual, or in a narrow region less. */
const WHITE = [GAP, GAP / 2, 0]

/** A card or note that has no place yet. */
interface Thing {
  w: number
  h: number
  lay(at: LaidAt): BoardRecord
}

/** Lays the cards and notes of one plate in their regions, those of a region beside each other in the order of the content. */
export function layOnPlate(
  { template, cards, notes }: SamplePlate,
  { sheet, regions, figure }: PlateOnTable,
  { locale, newId }: { locale: Locale; newId: () => string },
): Laid[] {
  const words = LocaleSchema.options.flatMap((each) => wordBoxes(figure, each))
  const taken: Box[] = []
  const laidAt = ({ w, h, lay }: Thing, { x, y }: Point): Laid => {
    taken.push({ x, y, w, h })
    const id = newId()
    return (index) => lay({ x: sheet.x + x, y: sheet.y + y, id, index, page: sheet.parentId })
  }
  const layTogether = (region: RegionShape, groups: Thing[][], from: Point): Laid[] => {
    const room = { ...roomOf(region, regions), grows: 0, taken, words, from }
    const things = groups.flat()
    const blocks = blocksFor(groups, region.props)
    for (const white of WHITE) {
      for (const { corners, ...size } of blocks) {
        const place = wholePlace({ ...room, size }, white)
        if (place)
          return things.map((thing, at) => {
            const { x = 0, y = 0 } = corners[at] ?? {}
            return laidAt(thing, { x: place.x + x, y: place.y + y })
          })
      }
    }
    return things.map((thing) => laidAt(thing, freePlace({ ...room, size: thing })))
  }
  return [...new Set([...Object.keys(cards), ...Object.keys(notes)])].flatMap((key) => {
    const region = regionNamed(key, sheet, regions)
    if (region === undefined) throw new SampleError(`The plate "${template}" has no region "${key}".`)
    const invitation = figure.regions.find((each) => each.key === region.props.key)?.invitation
    const [pinned, free] = [(cards[key] ?? []).filter(isPinned), (cards[key] ?? []).filter((card) => !isPinned(card))]
    const things = [free.map(cardThing), (notes[key] ?? []).map((note) => noteThing(note, locale))]
    return [
      ...pinned.flatMap((card) => layTogether(region, [[cardThing(card)]], along(region, card.at))),
      ...layTogether(region, things, invitation ?? along(region, 0.5)),
    ]
  })
}

const isPinned = (card: SampleCard): card is SampleCard & { at: number } => card.at !== undefined

const cardThing = (card: SampleCard): Thing => ({ ...CARD_SIZE, lay: (at) => cardAt(card, at) })

function noteThing(note: SampleNote, locale: Locale): Thing {
  const growY = growthOf(note[locale])
  return { ...noteBox({ scale: 1, growY }), lay: (at) => noteAt(note, { ...at, growY }, locale) }
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
