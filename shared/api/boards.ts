import * as z from 'zod/mini'
import { BoardIdSchema, ParticipantIdSchema } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { ParticipantsMaySchema } from '../participants-may.ts'
import { ROLES } from '../roles.ts'

export const LocaleSchema = z.enum(['nl', 'en'])
export type Locale = z.infer<typeof LocaleSchema>

export const RoleSchema = z.enum(ROLES)

export const CodeSchema = z.string().check(z.regex(/^\d{6}$/))
/** 128 bits and more, base64url. */
export const SecretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/))

export const TemplateIdSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/))

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleChars))

const LinksSchema = z.object({
  facilitator: z.optional(z.string()),
  participant: z.optional(z.string()),
  viewer: z.optional(z.string()),
})
/** Addresses as a path with its secret: `/t/<boardId>#<secret>`. Only those that the asker may pass on. */
export type Links = z.infer<typeof LinksSchema>

export const CreateBoardSchema = z.strictObject({
  title,
  templates: z.optional(z.array(TemplateIdSchema).check(z.maxLength(LIMITS.templatesPerBoard))),
  locale: z.optional(LocaleSchema),
  /** A copy of the sample table in that language, in place of `templates`. */
  from: z.optional(z.literal('sample')),
})
export type CreateBoard = z.infer<typeof CreateBoardSchema>

export const CreatedBoardSchema = z.object({
  id: BoardIdSchema,
  code: CodeSchema,
  links: z.object({ facilitator: z.string(), participant: z.string(), viewer: z.string() }),
})

/** A table as one who sits at it sees it. `code` and `links` only as far as the role may pass them on. */
export const BoardSchema = z.object({
  id: BoardIdSchema,
  title: z.string(),
  locale: LocaleSchema,
  /** Whether it is the sample table, which all may see and nobody may change. */
  isSample: z.boolean(),
  role: RoleSchema,
  participantId: ParticipantIdSchema,
  name: z.nullable(z.string()),
  party: z.nullable(z.string()),
  doorOpen: z.boolean(),
  participantsMay: ParticipantsMaySchema,
  code: z.nullable(CodeSchema),
  links: LinksSchema,
  epoch: z.number(),
  layout: z.number(),
  schema: z.string(),
  /** Only where part of what was stored is lost: since when (ms), and how many pieces of storage. */
  damaged: z.optional(z.object({ since: z.number(), pieces: z.number() })),
})
export type Board = z.infer<typeof BoardSchema>

export const ChangeBoardSchema = z.strictObject({
  title: z.optional(title),
  doorOpen: z.optional(z.boolean()),
  participantsMay: z.optional(ParticipantsMaySchema),
})
export type ChangeBoard = z.infer<typeof ChangeBoardSchema>

export const AddSheetSchema = z.strictObject({ template: TemplateIdSchema })
export const AddedSheetSchema = z.object({ sheetId: z.string() })

export const ImageSchema = z.object({ src: z.string(), w: z.number(), h: z.number(), mimeType: z.string() })
