import * as z from 'zod/mini'

/** Names a table. Unguessable enough not to be listed, but no secret: it stands in the address. */
export const BoardIdSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{12}$/))
  .brand<'BoardId'>()
export type BoardId = z.infer<typeof BoardIdSchema>

/** Names one person's stay at one table; what `m.by` of a note refers to. */
export const ParticipantIdSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{12}$/))
  .brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof ParticipantIdSchema>

/** Milliseconds since 1970, UTC. */
export type Millis = number & { readonly __unit: 'ms' }
export const millis = (value: number): Millis => value as Millis
