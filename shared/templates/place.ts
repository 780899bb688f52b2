import type { TLGeoShape, TLParentId, TLShapeId } from '@tldraw/tlschema'
import type { Party } from '../records/party.ts'
import { isSentenceRegion, type RegionShape } from '../records/region.ts'
import type { BoardRecord } from '../records/schema.ts'
import { type Sentence, SentenceRecordType, sentenceId } from '../records/sentence.ts'
import { type SheetShape, TABLE_SCOPE } from '../records/sheet.ts'
import type { FigureRegion } from './drawing.ts'
import { figureOf, leastPlaces, paperNeeded } from './figure.ts'
import { firstIndexes, type IndexKey, indexBelow } from './fractional-index.ts'
import { placesFor } from './places.ts'
import { boundsOf } from './polygon.ts'
import type { Template } from './schema.ts'

/** Free canvas between two sheets, in canvas units. */
export const BETWEEN_SHEETS = 200

const FIXED = { rotation: 0, isLocked: false, opacity: 1, meta: { lock: 'facilitator' } } as const

export interface PlaceOptions {
  /** What lies on the table already. */
  existing: readonly BoardRecord[]
  newId: () => string
  scope?: string
}

/**
 * Lays a plate on a table: the records to add. The sheet lies beside the sheets that are there and under everything else;
 * a shared sentence is made only for the first sheet of its scope that shows it.
 */
export function placeTemplate(
  template: Template,
  { existing, newId, scope = TABLE_SCOPE }: PlaceOptions,
): BoardRecord[] {
  const places = placesFor(leastPlaces(template), existing.filter(isParty))
  const figure = figureOf(template, { paper: paperNeeded(template, 'M', places.length), places })
  const page = existing.find((record) => record.typeName === 'page')?.id ?? 'page:page'
  const sheet: SheetShape = {
    id: `shape:${newId()}` as TLShapeId,
    typeName: 'shape',
    type: 'sheet',
    parentId: page as TLParentId,
    index: indexUnder(existing, page),
    ...freePlace(existing, figure),
    ...FIXED,
    props: {
      w: figure.w,
      h: figure.h,
      template: template.id,
      scope,
      size: 'M',
      parties: places.map(({ party }) => party),
    },
  }
  const indexes = firstIndexes(figure.regions.length)
  const regions = figure.regions.map((region, at) => regionShape(region, sheet.id, indexes[at] ?? sheet.index, newId()))
  return [sheet as BoardRecord, ...(regions as BoardRecord[]), ...missingSentences(figure.regions, existing, scope)]
}

export function regionShape(region: FigureRegion, sheet: TLShapeId, index: IndexKey, id: string): RegionShape {
  return {
    id: `shape:${id}` as TLShapeId,
    typeName: 'shape',
    type: 'region',
    parentId: sheet,
    index,
    ...FIXED,
    ...regionOnSheet(region),
  }
}

/** Where a region lies on its sheet, and all that it says. */
export function regionOnSheet(region: FigureRegion): Pick<RegionShape, 'x' | 'y' | 'props'> {
  const box = boundsOf(region.outline)
  const { key, kind, slot, partySlot, domain, party, label, question } = region
  return {
    x: tenth(box.x),
    y: tenth(box.y),
    props: {
      w: tenth(box.w),
      h: tenth(box.h),
      kind,
      key,
      slot,
      partySlot,
      domain,
      party,
      takes: [...region.takes],
      label,
      question,
      outline: region.outline.flatMap(({ x, y }) => [tenth(x - box.x), tenth(y - box.y)]),
      except: [...region.except],
    },
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

function indexUnder(existing: readonly BoardRecord[], page: string): IndexKey {
  const [first, ...others] = existing.flatMap((record) =>
    record.typeName === 'shape' && record.parentId === page ? [record.index] : [],
  )
  if (first === undefined) return firstIndexes(1)[0] ?? ('a1' as IndexKey)
  return indexBelow(others.reduce((lowest, index) => (index < lowest ? index : lowest), first))
}

export const isParty = (record: BoardRecord): record is Party => record.typeName === 'party'

export const isSheet = (record: BoardRecord): record is BoardRecord & SheetShape =>
  record.typeName === 'shape' && (record.type as string) === 'sheet'

const isForm = (record: BoardRecord): record is TLGeoShape =>
  record.typeName === 'shape' && record.type === 'geo' && record.parentId.startsWith('page:')

/** To the right of all sheets, level with the highest, and of what is drawn where it would lie. */
function freePlace(existing: readonly BoardRecord[], { w, h }: { w: number; h: number }): { x: number; y: number } {
  const sheets = existing.filter(isSheet)
  const forms = existing.filter(isForm).toSorted((a, b) => a.x - b.x)
  const y = sheets.length === 0 ? 0 : Math.min(...sheets.map((sheet) => sheet.y))
  let x = sheets.length === 0 ? 0 : Math.max(...sheets.map((sheet) => sheet.x + sheet.props.w)) + BETWEEN_SHEETS
  for (const form of forms) {
    const isUnder = form.x < x + w && form.x + form.props.w > x && form.y < y + h && form.y + form.props.h > y
    if (isUnder) x = form.x + form.props.w + BETWEEN_SHEETS
  }
  return { x, y }
}

function missingSentences(
  regions: readonly FigureRegion[],
  existing: readonly BoardRecord[],
  scope: string,
): Sentence[] {
  const known = new Set<string>(existing.map(({ id }) => id))
  return regions
    .filter(({ kind }) => isSentenceRegion(kind))
    .filter(({ slot }) => !known.has(sentenceId(scope, slot)))
    .map(({ slot }) => SentenceRecordType.create({ id: sentenceId(scope, slot), scope, slot }))
}
