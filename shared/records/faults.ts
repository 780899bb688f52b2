import type { TLDrawShapeProps, TLLineShapeProps } from '@tldraw/tlschema'
import { LIMITS } from '../limits.ts'
import type { RegionProps } from './region.ts'
import { MAX_TEXT_CHARS, textFault } from './rich-text.ts'
import type { BoardRecord } from './schema.ts'
import { MAX_POINTS } from './strokes.ts'

/** Shapes that would make a browser fetch somebody else's page. */
const OUTSIDE_SHAPES = new Set<string>(['embed', 'bookmark', 'video'])
const OWN_PICTURE = /^\/api\/v1\/boards\/[A-Za-z0-9_-]+\/images\/[A-Za-z0-9._-]+$/

/** Farther out, and larger than this, nothing can be drawn: sums of such numbers are no numbers any more. */
const FARTHEST = 1e7
const LARGEST_SIDE = 1e5
const SCALES = { from: 0.02, to: 50 }
/** Of the plates that we have, the outline with the most corners has 240. */
const OUTLINE_NUMBERS = { from: 6, to: 1_000 }
const LINE_POINTS = { from: 2, to: 1_000 }
const MAX_SEAT = 10_000

const isWithin = (value: number, { from, to }: { from: number; to: number }) => value >= from && value <= to

/**
 * Why a record of valid form cannot be shown, or undefined if it can. What tldraw's own validators let through can still
 * take the whole canvas down, or hold up every screen at the table.
 */
export function faultOf(record: BoardRecord): string | undefined {
  return outsideFault(record) ?? sizeFault(record) ?? formFault(record) ?? textFaultOf(record)
}

function outsideFault(record: BoardRecord): string | undefined {
  if (record.typeName === 'shape' && OUTSIDE_SHAPES.has(record.type)) return `a table has no ${record.type}`
  if (record.typeName === 'page' && record.id !== 'page:page') return 'a table has one page'
  if (record.typeName !== 'asset') return undefined
  if (record.type !== 'image') return `a table has no ${record.type}`
  const { src } = record.props
  return src === null || src === '' || OWN_PICTURE.test(src) ? undefined : 'a picture must be stored on this server'
}

/** Looks at every value, whatever it is for. */
function sizeFault(record: BoardRecord): string | undefined {
  const { props } = record as { props?: { w?: unknown; h?: unknown; scale?: unknown } }
  if (record.typeName === 'shape') {
    if ([props?.w, props?.h].some((side) => typeof side === 'number' && Math.abs(side) > LARGEST_SIDE))
      return 'larger than a table'
    if (typeof props?.scale === 'number' && !isWithin(props.scale, SCALES)) return 'of a scale that nobody can read'
  }
  return valueFault(record)
}

function valueFault(value: unknown): string | undefined {
  if (typeof value === 'number') return Math.abs(value) > FARTHEST ? 'a number too large' : undefined
  if (typeof value === 'string') return value.length > MAX_TEXT_CHARS ? 'a text too long' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const fault = valueFault(part)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Things that tldraw draws only if they have the parts which its own tools always give them. */
function formFault(record: BoardRecord): string | undefined {
  if (record.typeName === 'party') {
    if (record.name.length > LIMITS.partyNameChars) return 'a party with too long a name'
    return record.seat > MAX_SEAT ? 'a party with too high a seat' : undefined
  }
  if (record.typeName !== 'shape') return undefined
  // Our own shapes, which tldraw's types do not know of, keep them from telling one type from another.
  const { type, props } = record as { type: string; props: unknown }
  if (type === 'draw' || type === 'highlight') return strokeFault(props as TLDrawShapeProps)
  if (type === 'line') return lineFault(props as TLLineShapeProps)
  return type === 'region' ? outlineFault(props as RegionProps) : undefined
}

function strokeFault({ segments }: Pick<TLDrawShapeProps, 'segments'>): string | undefined {
  if (segments.length === 0 || segments.some(({ points }) => points.length === 0)) return 'a stroke without points'
  return segments.reduce((sum, { points }) => sum + points.length, 0) > MAX_POINTS ? 'too many points' : undefined
}

const lineFault = ({ points }: TLLineShapeProps): string | undefined =>
  isWithin(Object.keys(points).length, LINE_POINTS) ? undefined : 'a line of no or too many points'

function outlineFault({ outline }: RegionProps): string | undefined {
  const isWhole = outline.length % 2 === 0 && isWithin(outline.length, OUTLINE_NUMBERS)
  return isWhole ? undefined : 'a region whose outline cannot be drawn'
}

/** The text of a record, for those that have one. */
export function textOfRecord(record: BoardRecord): unknown {
  if (record.typeName === 'sentence') return record.richText
  if (record.typeName === 'shape' && 'richText' in record.props) return record.props.richText
  return undefined
}

function textFaultOf(record: BoardRecord): string | undefined {
  const text = textOfRecord(record)
  return text === undefined ? undefined : textFault(text)
}
