import { type Layout, readLayout } from '../dossier/layout.ts'
import { isShape, type Point } from '../dossier/places.ts'
import type { Party } from '../records/party.ts'
import type { RegionShape } from '../records/region.ts'
import { same } from '../records/same.ts'
import type { BoardRecord } from '../records/schema.ts'
import type { SheetShape } from '../records/sheet.ts'
import type { Figure } from '../templates/drawing.ts'
import { figureOf, leastPlaces, paperNeeded } from '../templates/figure.ts'
import { firstIndexes } from '../templates/fractional-index.ts'
import { isParty, isSheet, regionOnSheet, regionShape } from '../templates/place.ts'
import { placesFor } from '../templates/places.ts'
import type { Template } from '../templates/schema.ts'
import { makeRoom } from './make-room.ts'
import { relay } from './relay.ts'
import { followKey, followPlaces } from './same-place.ts'

export type TemplateOf = (id: string) => Template | undefined

interface Wanted {
  readonly w: number
  readonly h: number
  readonly parties: (string | null)[]
}

/** The paper and the places that a sheet is to have, or undefined for a plate that is not known here. */
function wantedOf({ props }: SheetShape, parties: readonly Party[], templateOf: TemplateOf): Wanted | undefined {
  const template = templateOf(props.template)
  if (!template) return undefined
  const places = placesFor(leastPlaces(template), parties)
  const { w, h } = paperNeeded(template, props.size, places.length)
  return { w, h, parties: places.map(({ party }) => party) }
}

/** Of these sheets, those that have not the paper or the places that they are to have. */
export const sheetsToArrange = (
  sheets: readonly SheetShape[],
  parties: readonly Party[],
  templateOf: TemplateOf,
): SheetShape[] =>
  sheets.filter((sheet) => {
    const { w, h, parties: seated } = sheet.props
    const wanted = wantedOf(sheet, parties, templateOf)
    return wanted && !same(wanted, { w, h, parties: seated })
  })

export interface ArrangeOptions {
  templateOf: TemplateOf
  newId: () => string
  /** Whether a thing has just been brought back: it lies where it lay when its plate was as it will be now. */
  isBack?: (id: string) => boolean
}

export interface Arranged {
  /** New and changed records, whole. */
  readonly put: readonly BoardRecord[]
  readonly removed: readonly string[]
}

/**
 * Brings plates into line with the paper that is wanted for them and with the parties at the table: regions get their new
 * outlines, what lies in them stays in the same region, and what lies beside the plate gives way. What loses its region
 * comes to lie under the plate. Nothing changes where all is in line.
 */
export function arrange(records: readonly BoardRecord[], options: ArrangeOptions): Arranged {
  const now = new Map<string, BoardRecord>(records.map((record) => [record.id, record]))
  const before = new Map(now)
  const parties = records.filter(isParty)
  const sheets = sheetsToArrange(records.filter(isSheet), parties, options.templateOf)
  if (sheets.length === 0) return { put: [], removed: [] }
  const layout = readLayout(records)
  const regionsOf = new Map(layout.sheets.map(({ sheet, regions }) => [sheet.id, regions]))
  const lying = lyingOn(layout, sheets)
  const figures = figuresFor(parties, options.templateOf)
  for (const sheet of sheets.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const wanted = wantedOf(sheet, parties, options.templateOf)
    const old = regionsOf.get(sheet.id) ?? []
    if (wanted) arrangeSheet(now, { sheet, old, lying: lying.get(sheet.id) ?? [] }, wanted, figures(sheet), options)
  }
  return {
    put: [...now.values()].filter((record) => before.get(record.id) !== record),
    removed: [...before.keys()].filter((id) => !now.has(id)),
  }
}

/** A note or card, and the innermost of the regions of one sheet that hold it. */
interface Lying {
  readonly thing: Layout['notes'][number] | Layout['cards'][number]
  readonly region: RegionShape
}

/** What lies in the regions of these sheets, by sheet. */
function lyingOn({ notes, cards }: Layout, sheets: readonly SheetShape[]): Map<string, Lying[]> {
  const found = new Map<string, Lying[]>(sheets.map(({ id }) => [id, []]))
  for (const thing of [...notes, ...cards]) {
    // Of regions that hold it together the innermost comes last.
    const inner = new Map(thing.regions.map((region) => [region.parentId as string, region]))
    for (const [sheet, region] of inner) found.get(sheet)?.push({ thing, region })
  }
  return found
}

/** The figures that sheets are to have; several of one plate have one. */
function figuresFor(parties: readonly Party[], templateOf: TemplateOf): (sheet: SheetShape) => Figure | undefined {
  const made = new Map<string, Figure>()
  return ({ props: { template: id, size } }) => {
    const template = templateOf(id)
    if (!template) return undefined
    const places = placesFor(leastPlaces(template), parties)
    const name = `${id} ${size}`
    const figure = made.get(name) ?? figureOf(template, { paper: paperNeeded(template, size, places.length), places })
    made.set(name, figure)
    return figure
  }
}

/** A sheet as it was with its regions and with what lies in them. */
interface Before {
  readonly sheet: SheetShape
  readonly old: readonly RegionShape[]
  readonly lying: readonly Lying[]
}

function arrangeSheet(
  now: Map<string, BoardRecord>,
  before: Before,
  wanted: Wanted,
  figure: Figure | undefined,
  { newId, isBack = () => false }: ArrangeOptions,
): void {
  const { sheet, old } = before
  if (!figure) return
  const follow = followPlaces(sheet.props.parties, wanted.parties)
  const goesOnAs = new Map(old.map((region) => [region.id as string, followKey(region.props.key, follow)]))
  const indexes = firstIndexes(figure.regions.length)
  const regions = figure.regions.map((region, at): RegionShape => {
    const kept = old.find(({ id }) => goesOnAs.get(id) === region.key)
    const index = indexes[at] ?? sheet.index
    return kept ? { ...kept, index, ...regionOnSheet(region) } : regionShape(region, sheet.id, index, newId())
  })
  // Others that have grown may have pushed it on, with all that lies on it.
  const here = now.get(sheet.id) as SheetShape
  const grown = { ...here, props: { ...here.props, ...wanted } }
  const moves = movesOn(before, grown, regions, goesOnAs)
  const room = makeRoom([...now.values()].filter(isShape), here, grown)

  const keeps = new Set(regions.map(({ id }) => id))
  for (const { id } of old) if (!keeps.has(id)) now.delete(id)
  for (const record of [grown, ...regions]) now.set(record.id, record as BoardRecord)
  for (const [id, { x, y }] of [...room, ...moves]) {
    const shape = now.get(id)
    if (isShape(shape) && !isBack(id)) now.set(id, { ...shape, x: shape.x + x, y: shape.y + y } as BoardRecord)
  }
}

/** How far apart things are laid that have lost their region, and how far under the plate. */
const ASIDE = { w: 200, h: 140, row: 10, under: 60 } as const

/** How far each note and card that lies in a region has to go. */
function movesOn(
  { sheet, lying }: Before,
  grown: SheetShape,
  regions: readonly RegionShape[],
  goesOnAs: ReadonlyMap<string, string | null>,
): Map<string, Point> {
  const byKey = new Map(regions.map((region) => [region.props.key, region]))
  const moves = new Map<string, Point>()
  let aside = 0
  for (const { thing, region } of lying) {
    const { id, x, y, w, h } = thing
    const centre = { x: x + w / 2 - sheet.x, y: y + h / 2 - sheet.y }
    const now = byKey.get(goesOnAs.get(region.id) ?? '')
    const to = now ? relay(centre, region, now, regions) : besides(aside++, grown, w, h)
    const move = { x: to.x - centre.x, y: to.y - centre.y }
    if (move.x !== 0 || move.y !== 0) moves.set(id, move)
  }
  return moves
}

const besides = (count: number, { props }: SheetShape, w: number, h: number): Point => ({
  x: (count % ASIDE.row) * ASIDE.w + w / 2,
  y: props.h + ASIDE.under + Math.floor(count / ASIDE.row) * ASIDE.h + h / 2,
})
