import * as z from 'zod/mini'

const finite = z.number().check(z.refine((value) => Number.isFinite(value)))
const shortText = (chars: number) => z.string().check(z.maxLength(chars))
/** tldraw throws on an id of another kind, and would take everybody's pointers along. */
const idOf = (kind: 'shape' | 'page') => shortText(80).check(z.startsWith(`${kind}:`))
const coordinate = finite.check(z.gte(-1e9), z.lte(1e9))
const side = finite.check(z.gte(1), z.lte(1e5))

/** More selected shapes than this are not told to others: outlines of a whole board help nobody. */
export const MAX_TOLD_SELECTION = 60

/**
 * What one client tells of itself over awareness. It is never stored, and comes from others' machines: parse it. Who the
 * person is, where the pointer is and what is in view are separate fields because they change at different rates.
 */
export const PresenceSchema = z.object({
  who: z.object({
    id: shortText(24),
    name: z.nullable(shortText(80)),
    party: z.nullable(shortText(80)),
  }),
  page: z.optional(idOf('page')),
  /** In page coordinates; null while the pointer is elsewhere. */
  pointer: z.optional(z.nullable(z.object({ x: coordinate, y: coordinate }))),
  selected: z.optional(z.array(idOf('shape')).check(z.maxLength(MAX_TOLD_SELECTION))),
  camera: z.optional(z.object({ x: coordinate, y: coordinate, z: finite.check(z.gte(0.01), z.lte(100)) })),
  /** The part of the window that shows the canvas, in screen pixels. */
  screen: z.optional(z.object({ x: coordinate, y: coordinate, w: side, h: side })),
  /** Awareness client whose view this client follows. */
  following: z.optional(z.nullable(shortText(24))),
})
export type Presence = z.infer<typeof PresenceSchema>
