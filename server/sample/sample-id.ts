import { createHash } from 'node:crypto'
import { type BoardId, BoardIdSchema } from '../../shared/ids.ts'

/** Every sample table's id begins with this. No other table's does: theirs are random. */
const PREFIX = 'voorbeeld'
const ID_CHARS = 12

export const isSampleId = (id: BoardId): boolean => id.startsWith(PREFIX)

/** The id of the sample table that holds this: another content has another table, so that nobody's copy goes stale. */
export function sampleId(content: string): BoardId {
  const hash = createHash('sha256').update(content).digest('base64url')
  return BoardIdSchema.parse(`${PREFIX}${hash.slice(0, ID_CHARS - PREFIX.length)}`)
}
