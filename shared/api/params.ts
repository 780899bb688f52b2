import * as z from 'zod/mini'
import { BoardIdSchema, ParticipantIdSchema } from '../ids.ts'
import { RoleSchema } from './boards.ts'

/** A picture's address ends in the hash of what it shows. */
export const ImageNameSchema = z.string().check(z.regex(/^[a-f0-9]{64}\.(png|jpg|webp)$/))

/** What may stand in an address in place of `:name`. */
export const PARAMS = {
  id: BoardIdSchema,
  role: RoleSchema,
  participantId: ParticipantIdSchema,
  name: ImageNameSchema,
} as const
export type ParamName = keyof typeof PARAMS
