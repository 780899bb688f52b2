import type { Records } from '../../shared/api/reading.ts'
import { buildDossier } from '../../shared/dossier/build.ts'
import type { BoardId } from '../../shared/ids.ts'
import { readBoard } from '../../shared/records/doc.ts'
import { layPlate } from '../boards/new-board.ts'
import { addressKey } from '../http/rate-limits.ts'
import type { Handlers } from '../http/route.ts'
import { isSampleId } from '../sample/sample-id.ts'
import type { Services } from '../services.ts'
import { unpackSnapshot } from '../storage/packing.ts'
import type { StoredSession } from '../storage/storage.ts'

/** Who is counted. Who looks at the sample is nobody in particular, but comes from somewhere. */
const askerOf = ({ boardId, participantId }: StoredSession, { ip }: { ip?: string | undefined }): string =>
  isSampleId(boardId) ? addressKey(ip) : participantId

/** The table as data, and what is laid on it from outside. */
export function readingRoutes({
  rooms,
  limits,
  plates,
}: Services): Pick<Handlers, 'readRecords' | 'readSnapshot' | 'readDossier' | 'addSheet'> {
  const readWhole = (boardId: BoardId) => rooms.use(boardId, (room) => room.read(readBoard))

  return {
    async readRecords({ session, request }) {
      await limits.wholeTable(askerOf(session, request))
      // Records are plain objects; tldraw's interfaces for them do not say so.
      return (await readWhole(session.boardId)) as unknown as Records
    },
    async readSnapshot({ session, request }) {
      await limits.wholeTable(askerOf(session, request))
      const { packed, through } = await rooms.use(session.boardId, (room) => room.snapshot())
      const etag = `"${through}"`
      const mimeType = 'application/octet-stream'
      if (request.acceptsEncodings('gzip')) return { bytes: packed, mimeType, etag, encoding: 'gzip' }
      return { bytes: unpackSnapshot(packed), mimeType, etag }
    },
    async readDossier({ session, request }) {
      await limits.wholeTable(askerOf(session, request))
      return buildDossier((await readWhole(session.boardId)).records)
    },
    async addSheet({ body, session }) {
      const plate = await plates.findToLay(body.template, 'template')
      const sheetId = await rooms.use(session.boardId, (room) => room.write((doc) => layPlate(doc, plate)))
      return { sheetId }
    },
  }
}
