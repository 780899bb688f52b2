import * as z from 'zod/mini'

const finite = z.number().check(z.refine((value) => Number.isFinite(value)))
const shortText = (chars: number) => z.string().check(z.maxLength(chars))
/** tldraw throws on an id of another kind, and would take everybody's pointers along. */
const idOf = (kind: 'shape' | 'page') => shortText(80).check(z.startsWith(`${kind}:`))
const coordinate = finite.check(z.gte(-1e9), z.lte(1e9))
const side = finite.check(z.gte(1), z.lte(1e5))
const angle = finite.check(z.gte(-10), z.lte(10))
const count = z.int().check(z.gte(0))

/** More selected shapes than this are not told to others: outlines of a whole board help nobody. */
export const MAX_TOLD_SELECTION = 60
/** More shapes than this in one hand are seen at each commit only. */
export const MAX_TOLD_GRIP = 60
/** The newest part of a line that is being drawn, in points. */
export const MAX_TOLD_POINTS = 60

/** What one hand holds, told once a gesture; `HandSchema` tells its course under the same number. */
const GripSchema = z.object({
  n: count,
  ids: z.array(idOf('shape')).check(z.minLength(1), z.maxLength(MAX_TOLD_GRIP)),
  /** Of a line that is being drawn. Width in page units. */
  ink: z.optional(
    z.object({
      colour: z.string().check(z.regex(/^#[0-9a-f]{3,8}$/i)),
      width: finite.check(z.gte(0.1), z.lte(1e3)),
    }),
  ),
})
export type Grip = z.infer<typeof GripSchema>

/**
 * What one client tells of itself over awareness. It is never stored, and comes from others' machines: parse it. An
 * awareness state always goes out whole, so what changes with every move of the pointer has a small state of its own.
 */
export const PresenceSchema = z.object({
  who: z.object({
    id: shortText(24),
    name: z.nullable(shortText(80)),
    party: z.nullable(shortText(80)),
  }),
  page: z.optional(idOf('page')),
  selected: z.optional(z.array(idOf('shape')).check(z.maxLength(MAX_TOLD_SELECTION))),
  camera: z.optional(z.object({ x: coordinate, y: coordinate, z: finite.check(z.gte(0.01), z.lte(100)) })),
  /** The part of the window that shows the canvas, in screen pixels. */
  screen: z.optional(z.object({ x: coordinate, y: coordinate, w: side, h: side })),
  /** Awareness client whose view this client follows. */
  following: z.optional(z.nullable(shortText(24))),
  /** The shape whose text this client has open for writing. */
  writing: z.optional(z.nullable(idOf('shape'))),
  grip: z.optional(GripSchema),
  /** Awareness client of this client's hand. A client without one tells the fields of a hand in this state itself. */
  hand: z.optional(count),
})
export type Presence = z.infer<typeof PresenceSchema>

/** A Yjs relative position in base64: two ids of items and a client at most. */
const position = z.string().check(z.regex(/^[A-Za-z0-9+/]{1,64}={0,2}$/))

/** What changes with every move of the hand. */
export const HandSchema = z.object({
  /** In page coordinates; null while the pointer is elsewhere. */
  pointer: z.optional(z.nullable(z.object({ x: coordinate, y: coordinate }))),
  /** Where the gesture with this number has come. */
  g: z.optional(
    z.object({
      n: count,
      /** Where the first shape of the grip is now on the page: x, y; if it turns, its rotation; if it grows, its w and h. */
      at: z.optional(
        z.union([
          z.tuple([coordinate, coordinate]),
          z.tuple([coordinate, coordinate, angle]),
          z.tuple([coordinate, coordinate, angle, side, side]),
        ]),
      ),
      /** The newest part of a drawn line on the page: x and y of its first point, then steps. */
      line: z.optional(z.array(coordinate).check(z.minLength(2), z.maxLength(MAX_TOLD_POINTS * 2))),
      /** It is let go: the committed value says the rest. */
      end: z.optional(z.literal(1)),
    }),
  ),
  /** Where the text that is open here is being written: the caret, and where the selection began if there is one. */
  caret: z.optional(z.nullable(z.union([z.tuple([position]), z.tuple([position, position])]))),
})
export type Hand = z.infer<typeof HandSchema>
