import type { Records } from '../../shared/api/reading.ts'
import { buildDossier } from '../../shared/dossier/build.ts'
import { readBoard } from '../../shared/records/doc.ts'
import { findTemplate, layPlate } from '../boards/new-board.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'

/** The table as data, and the plates that can be laid on it. */
export function readingRoutes({
  rooms,
  limits,
  templates,
}: Services): Pick<Handlers, 'readRecords' | 'readDossier' | 'readTemplates' | 'addSheet'> {
  return {
    async readRecords({ session }) {
      await limits.wholeTable(session.participantId)
      // Records are plain objects; tldraw's interfaces for them do not say so.
      return rooms.use(session.boardId, (room) => readBoard(room.doc) as unknown as Records)
    },
    async readDossier({ session }) {
      await limits.wholeTable(session.participantId)
      return rooms.use(session.boardId, (room) => buildDossier(readBoard(room.doc).records))
    },
    readTemplates() {
      return [...templates.values()]
    },
    async addSheet({ body, session }) {
      const plate = findTemplate(templates, body.template, 'template')
      const sheetId = await rooms.use(session.boardId, (room) => room.write((doc) => layPlate(doc, plate)))
      return { sheetId }
    },
  }
}
