import * as z from 'zod/mini'
import { BoardIdSchema, ParticipantIdSchema } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { CodeSchema, LocaleSchema, RoleSchema, SecretSchema } from './boards.ts'

/** Either half of a capability link, or the six digits from the screen. */
export const InvitationRequestSchema = z.union([
  z.strictObject({ boardId: BoardIdSchema, secret: SecretSchema }),
  z.strictObject({ code: CodeSchema }),
])
export type InvitationRequest = z.infer<typeof InvitationRequestSchema>

const PartyChoiceSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  icon: z.string(),
  seat: z.number(),
})
export type PartyChoice = z.infer<typeof PartyChoiceSchema>

/** What somebody who holds a link or code may know before sitting down: how many are in, never who. */
export const InvitationSchema = z.object({
  boardId: BoardIdSchema,
  title: z.string(),
  locale: LocaleSchema,
  role: RoleSchema,
  people: z.number(),
  parties: z.array(PartyChoiceSchema),
})
export type Invitation = z.infer<typeof InvitationSchema>

const optionalName = z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.nameChars)))

/** `party` is the id of a party at the table, a key of the palette, or a name of one's own. */
export const JoinSchema = z.strictObject({
  secret: z.optional(SecretSchema),
  code: z.optional(CodeSchema),
  name: optionalName,
  party: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.partyNameChars))),
  /** One may ask for less than the link grants: "I am only watching". */
  role: z.optional(z.literal('viewer')),
})
export type Join = z.infer<typeof JoinSchema>

export const JoinedSchema = z.object({ token: z.string(), role: RoleSchema, participantId: ParticipantIdSchema })
export type Joined = z.infer<typeof JoinedSchema>

/** `here` is whether the person has the table open now. */
const PersonSchema = z.object({
  participantId: ParticipantIdSchema,
  name: z.nullable(z.string()),
  party: z.nullable(z.string()),
  role: RoleSchema,
  here: z.boolean(),
})
export type Person = z.infer<typeof PersonSchema>
export const PeopleSchema = z.array(PersonSchema)
