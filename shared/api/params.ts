import * as z from 'zod/mini'
import { BoardIdSchema, ParticipantIdSchema } from '../ids.ts'
import { RoleSchema, TemplateIdSchema } from './boards.ts'

/** A picture's address ends in the hash of what it shows. */
const ImageNameSchema = z.string().check(z.regex(/^[a-f0-9]{64}\.(png|jpg|webp)$/))

/** What may stand in an address in place of `:name`. */
export const PARAMS = {
  id: BoardIdSchema,
  role: RoleSchema,
  participantId: ParticipantIdSchema,
  name: ImageNameSchema,
  template: TemplateIdSchema,
} as const
export type ParamName = keyof typeof PARAMS

/** The names of what may be filled in in a path, such as `id` in `/boards/:id`. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
