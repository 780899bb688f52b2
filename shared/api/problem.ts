import * as z from 'zod/mini'

/** What can go wrong, by name. The client has a sentence for each in both languages; the title here is the fallback. */
export const PROBLEMS = {
  'invalid-input': { status: 400, title: 'The request is not valid.' },
  'not-signed-in': { status: 401, title: 'You have no seat at this table.' },
  'organiser-key-needed': { status: 401, title: 'Making a table needs the organiser key of this server.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'no-entry': { status: 403, title: 'This link or code does not work.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'wrong-method': { status: 405, title: 'This address does not know that method.' },
  'too-large': { status: 413, title: 'This is too large.' },
  'not-an-image': { status: 415, title: 'This file is not a picture we can use.' },
  'too-many': { status: 429, title: 'Too many tries. Wait a minute.' },
  'storage-unavailable': { status: 503, title: 'The server cannot store anything now.' },
  internal: { status: 500, title: 'Something went wrong on the server.' },
} as const
export type ProblemName = keyof typeof PROBLEMS

/** RFC 9457 problem document. `type` is `/problems/<name>`; `errors` points at the fields of bad input. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
})
export type Problem = z.infer<typeof ProblemSchema>

export const problemType = (name: ProblemName): string => `/problems/${name}`

/** The name of a problem document's type, or undefined for one that is not ours. */
export const problemName = (type: string): ProblemName | undefined => {
  const name = type.replace(/^\/problems\//, '')
  return name in PROBLEMS ? (name as ProblemName) : undefined
}
