import { type Layout, readLayout } from '../dossier/layout.ts'
import { isShape, type Point } from '../dossier/places.ts'
import type { Party } from '../records/party.ts'
import type { RegionShape } from '../records/region.ts'
import { same } from '../records/same.ts'
import type { BoardRecord } from '../records/schema.ts'
import type { SheetShape } from '../records/sheet.ts'
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
  for (const { id } of sheets.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const sheet = now.get(id) as SheetShape
    const wanted = wantedOf(sheet, parties, options.templateOf)
    if (wanted) arrangeSheet(now, sheet, wanted, parties, options)
  }
  return {
    put: [...now.values()].filter((record) => before.get(record.id) !== record),
    removed: [...before.keys()].filter((id) => !now.has(id)),
  }
}

function arrangeSheet(
  now: Map<string, BoardRecord>,
  sheet: SheetShape,
  wanted: Wanted,
  parties: readonly Party[],
  { templateOf, newId, isBack = () => false }: ArrangeOptions,
): void {
  const template = templateOf(sheet.props.template)
  if (!template) return
  const layout = readLayout([...now.values()])
  const old = layout.sheets.find((each) => each.sheet.id === sheet.id)?.regions ?? []
  const follow = followPlaces(sheet.props.parties, wanted.parties)
  const goesOnAs = new Map(old.map((region) => [region.id, followKey(region.props.key, follow)]))
  const figure = figureOf(template, {
    paper: paperNeeded(template, sheet.props.size, wanted.parties.length),
    places: placesFor(leastPlaces(template), parties),
  })
  const indexes = firstIndexes(figure.regions.length)
  const regions = figure.regions.map((region, at): RegionShape => {
    const kept = old.find(({ id }) => goesOnAs.get(id) === region.key)
    const index = indexes[at] ?? sheet.index
    return kept ? { ...kept, index, ...regionOnSheet(region) } : regionShape(region, sheet.id, index, newId())
  })
  const grown = { ...sheet, props: { ...sheet.props, ...wanted } }
  const moves = movesOn(sheet, grown, layout, regions, goesOnAs)
  const room = makeRoom([...now.values()].filter(isShape), sheet, grown)

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
  sheet: SheetShape,
  grown: SheetShape,
  layout: Layout,
  regions: readonly RegionShape[],
  goesOnAs: ReadonlyMap<string, string | null>,
): Map<string, Point> {
  const moves = new Map<string, Point>()
  let aside = 0
  for (const { id, x, y, w, h, regions: holding } of [...layout.notes, ...layout.cards]) {
    // Of regions that hold it together the innermost comes last.
    const before = holding.findLast(({ parentId }) => parentId === sheet.id)
    if (!before) continue
    const centre = { x: x + w / 2 - sheet.x, y: y + h / 2 - sheet.y }
    const now = regions.find(({ props }) => props.key === goesOnAs.get(before.id))
    const to = now ? relay(centre, before, now, regions) : besides(aside++, grown, w, h)
    const move = { x: to.x - centre.x, y: to.y - centre.y }
    if (move.x !== 0 || move.y !== 0) moves.set(id, move)
  }
  return moves
}

const besides = (count: number, { props }: SheetShape, w: number, h: number): Point => ({
  x: (count % ASIDE.row) * ASIDE.w + w / 2,
  y: props.h + ASIDE.under + Math.floor(count / ASIDE.row) * ASIDE.h + h / 2,
})
