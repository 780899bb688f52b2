import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * Freehand points as bytes, about a sixth of their JSON: varUint version 1, varUint number of segments, then per segment
 * varUint kind, varUint count and for each point the zigzag difference to the one before, in hundredths, of x, y and z.
 */
const VERSION = 1
const KINDS = ['free', 'straight'] as const
const PER_UNIT = 100
/** tldraw begins a new stroke after some hundreds of points; far more are no drawing but an attack on every screen. */
export const MAX_POINTS = 20_000

interface Point {
  x: number
  y: number
  z: number
}
export interface Segment {
  type: (typeof KINDS)[number]
  points: Point[]
}

const isExact = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < 1e9 && Math.round(value * PER_UNIT) / PER_UNIT === value

function isPackable(segments: unknown): segments is Segment[] {
  return (
    Array.isArray(segments) &&
    segments.every(
      (segment: Partial<Segment> | null) =>
        segment !== null &&
        typeof segment === 'object' &&
        KINDS.some((kind) => kind === segment.type) &&
        Array.isArray(segment.points) &&
        segment.points.every((point) => isExact(point.x) && isExact(point.y) && isExact(point.z)),
    )
  )
}

/** Bytes of the segments, or undefined where a point lacks z or would lose precision: then JSON is stored as it is. */
export function packSegments(segments: unknown): Uint8Array | undefined {
  if (!isPackable(segments)) return undefined
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, VERSION)
  encoding.writeVarUint(encoder, segments.length)
  for (const { type, points } of segments) {
    encoding.writeVarUint(encoder, KINDS.indexOf(type))
    encoding.writeVarUint(encoder, points.length)
    let before = { x: 0, y: 0, z: 0 }
    for (const point of points) {
      const now = {
        x: Math.round(point.x * PER_UNIT),
        y: Math.round(point.y * PER_UNIT),
        z: Math.round(point.z * PER_UNIT),
      }
      encoding.writeVarInt(encoder, now.x - before.x)
      encoding.writeVarInt(encoder, now.y - before.y)
      encoding.writeVarInt(encoder, now.z - before.z)
      before = now
    }
  }
  return encoding.toUint8Array(encoder)
}

/** The segments of packed bytes. Throws on bytes that are not ours. */
export function unpackSegments(bytes: Uint8Array): Segment[] {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readVarUint(decoder) !== VERSION) throw new Error('unknown stroke encoding')
  const segments: Segment[] = []
  let total = 0
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const type = KINDS[decoding.readVarUint(decoder)]
    if (type === undefined) throw new Error('unknown kind of stroke')
    const points: Point[] = []
    let [x, y, z] = [0, 0, 0]
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      total += 1
      if (total > MAX_POINTS) throw new Error('too many points')
      x += decoding.readVarInt(decoder)
      y += decoding.readVarInt(decoder)
      z += decoding.readVarInt(decoder)
      points.push({ x: x / PER_UNIT, y: y / PER_UNIT, z: z / PER_UNIT })
    }
    segments.push({ type, points })
  }
  return segments
}
