import type { TLNoteShape } from '@tldraw/tlschema'
import type { CardShape } from '../records/card.ts'
import type { RegionShape } from '../records/region.ts'
import type { BoardRecord } from '../records/schema.ts'
import type { SheetShape } from '../records/sheet.ts'
import { centreOf, outlineHolds } from './geometry.ts'
import { type AnyShape, isShape, type Place, type Point, placeFinder, toPage } from './places.ts'
import { compareText, inReadingOrder, type Placed } from './reading-order.ts'

/** A note or card with its centre on the page, and the regions that hold it, in the reading order of the plates. */
export interface Held<S extends TLNoteShape | CardShape> extends Placed {
  readonly shape: S
  readonly regions: readonly RegionShape[]
}

/** What lies where on a table: the plates and their regions in reading order, notes and cards in none. */
export interface Layout {
  readonly sheets: readonly { readonly sheet: SheetShape; readonly regions: readonly RegionShape[] }[]
  readonly notes: readonly Held<TLNoteShape>[]
  readonly cards: readonly Held<CardShape>[]
}

interface PlacedRegion {
  readonly region: RegionShape
  readonly place: Place
}

/** The point as the region's own outline measures it. */
function fromPage({ x, y, turn }: Place, point: Point): Point {
  const cos = Math.cos(-turn)
  const sin = Math.sin(-turn)
  const [dx, dy] = [point.x - x, point.y - y]
  return { x: dx * cos - dy * sin, y: dx * sin + dy * cos }
}

const isSheet = (shape: AnyShape): shape is SheetShape => shape.type === 'sheet'
const isRegion = (shape: AnyShape): shape is RegionShape => shape.type === 'region'
const isNote = (shape: AnyShape): shape is TLNoteShape => shape.type === 'note'
const isCard = (shape: AnyShape): shape is CardShape => shape.type === 'card'

const byIndex = (a: AnyShape, b: AnyShape): number => compareText(a.index, b.index) || compareText(a.id, b.id)

/** On these others can lie, so that a change of theirs moves what lies there. */
const BEARING = new Set<string>(['sheet', 'region', 'group', 'frame'])

/** Plates and regions with their places: what notes and cards lie on. */
interface Ground {
  /** The shapes that it was read from. */
  readonly shapes: readonly AnyShape[]
  readonly sheets: Layout['sheets']
  readonly regions: readonly PlacedRegion[]
}

/** Reads from the records where everything lies. The order of the records does not matter. */
export const readLayout = (records: readonly BoardRecord[]): Layout => layoutReader()(records)

/**
 * Reads the layout of one table again and again, and looks anew only at what has changed since the last time: records are
 * never changed in place. As long as no plate moves, what lies on the page itself stays where it was found.
 */
export function layoutReader(): (records: readonly BoardRecord[]) => Layout {
  let ground: Ground | undefined
  let found = new WeakMap<AnyShape, Held<TLNoteShape | CardShape>>()
  return (records) => {
    const byId = new Map<string, BoardRecord>(records.map((record) => [record.id, record]))
    const placeOf = placeFinder(byId)
    const shapes = records.filter(isShape)
    const bearing = shapes.filter(({ type }) => BEARING.has(type)).sort((a, b) => compareText(a.id, b.id))
    if (ground === undefined || !sameItems(ground.shapes, bearing)) {
      ground = groundOf(bearing, placeOf)
      found = new WeakMap()
    }
    const { sheets, regions } = ground
    const hold = <S extends TLNoteShape | CardShape>(shape: S): Held<S> => {
      const known = found.get(shape)
      if (known) return known as Held<S>
      const held = heldAt(shape, placeOf(shape), regions)
      if (shape.parentId.startsWith('page:')) found.set(shape, held)
      return held
    }
    return { sheets, notes: shapes.filter(isNote).map(hold), cards: shapes.filter(isCard).map(hold) }
  }
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])

function groundOf(shapes: readonly AnyShape[], placeOf: (shape: AnyShape) => Place | null): Ground {
  const placed = shapes.filter(isRegion).flatMap((region) => {
    const place = placeOf(region)
    return place ? [{ region, place }] : []
  })
  const sheets = inReadingOrder(
    shapes.filter(isSheet).flatMap((sheet) => {
      const place = placeOf(sheet)
      return place ? [{ id: sheet.id, x: place.x, y: place.y, w: sheet.props.w, h: sheet.props.h, sheet }] : []
    }),
  ).map(({ sheet }) => ({
    sheet,
    regions: placed
      .filter(({ region }) => region.parentId === sheet.id)
      .toSorted((a, b) => byIndex(a.region, b.region)),
  }))
  return {
    shapes,
    sheets: sheets.map(({ sheet, regions }) => ({ sheet, regions: regions.map(({ region }) => region) })),
    regions: sheets.flatMap(({ regions }) => regions),
  }
}

function heldAt<S extends TLNoteShape | CardShape>(
  shape: S,
  place: Place | null,
  regions: readonly PlacedRegion[],
): Held<S> {
  const middle = centreOf(shape)
  const centre = place ? toPage(place, middle) : { x: 0, y: 0 }
  return {
    id: shape.id,
    x: centre.x - middle.x,
    y: centre.y - middle.y,
    w: middle.x * 2,
    h: middle.y * 2,
    shape,
    regions: place ? regionsAt(centre, place.page, regions) : [],
  }
}

/** No plate has as many regions over one point; a table made to have thousands would hold up every screen. */
const MAX_HOLDING = 24

/** Which regions hold a point: all whose outline does, but none that gives way to another of them on its sheet. */
function regionsAt(point: Point, page: string, regions: readonly PlacedRegion[]): RegionShape[] {
  const holding: RegionShape[] = []
  for (const { region, place } of regions) {
    if (place.page === page && regionHolds(region, fromPage(place, point))) holding.push(region)
    if (holding.length === MAX_HOLDING) break
  }
  return withoutThoseThatGiveWay(holding)
}

/** Of regions that hold one point, those that do not give way to another of them on their sheet. */
export const withoutThoseThatGiveWay = (holding: readonly RegionShape[]): RegionShape[] =>
  holding.filter(
    ({ parentId, props }) =>
      !holding.some((other) => other.parentId === parentId && props.except.includes(other.props.key)),
  )

/**
 * Whether a region holds a point, measured from its own corner. The box is asked first: for most regions it settles the
 * matter without walking the outline.
 */
export const regionHolds = ({ props }: RegionShape, point: Point): boolean =>
  point.x >= 0 && point.y >= 0 && point.x <= props.w && point.y <= props.h && outlineHolds(props.outline, point)
