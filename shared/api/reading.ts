import * as z from 'zod/mini'

/** The document's records as tldraw knows them, plus ours (`party`, `sentence`), and the ids of those set aside. */
export const RecordsSchema = z.object({
  records: z.array(z.looseObject({ id: z.string(), typeName: z.string() })),
  setAside: z.array(z.object({ id: z.string(), reason: z.string() })),
})
export type Records = z.infer<typeof RecordsSchema>
