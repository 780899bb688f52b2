import type * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import type { BoardId } from '../../shared/ids.ts'
import { recordsMap } from '../../shared/records/doc.ts'
import { mayMakeBoards } from '../auth/organiser.ts'
import { viewOf } from '../boards/board-view.ts'
import { makeBoard } from '../boards/new-board.ts'
import { withFreeCode } from '../boards/store-board.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'
import type { StoredBoard } from '../storage/storage.ts'

/** Making a table, seeing it, changing what stands on its door. */
export function boardRoutes(
  services: Services,
): Pick<Handlers, 'createBoard' | 'readBoard' | 'changeBoard' | 'renewLink'> {
  const { config, storage, rooms, links, limits, plates, sample, clock } = services
  const { boards, people } = storage

  async function found(id: BoardId): Promise<StoredBoard> {
    const board = await boards.find(id)
    if (board === undefined) throw new Problem('not-found')
    return board
  }

  return {
    async createBoard({ body, request }) {
      await limits.newBoard(request.ip)
      if (!mayMakeBoards(request, config)) throw new Problem('organiser-key-needed')
      const board = await makeBoard(body, { boards, plates, sample, clock })
      const link = (role: keyof typeof board.generations) => links.link(board, role)
      return {
        id: board.id,
        code: board.code,
        links: { facilitator: link('facilitator'), participant: link('participant'), viewer: link('viewer') },
      }
    },

    async readBoard({ session }) {
      const { boardId } = session
      // Whoever sees its door comes in next. Only opening it shows whether all of it is there.
      await rooms.use(boardId, () => {}).catch(() => {})
      const damaged = await storage.damage.find(boardId)
      return { ...viewOf(await found(boardId), session, links), ...(damaged && { damaged }) }
    },

    async changeBoard({ body: { title, doorOpen, participantsMay }, session }) {
      if (title !== undefined) await rooms.use(session.boardId, (room) => room.write((doc) => nameTable(doc, title)))
      await boards.change(session.boardId, { title, doorOpen, participantsMay })
      if (participantsMay !== undefined) await rooms.changeSettings(session.boardId, participantsMay)
      return viewOf(await found(session.boardId), session, links)
    },

    async renewLink({ params: { role }, session }) {
      const { boardId, tokenHash } = session
      const { generations } = await found(boardId)
      const renewed = { ...generations, [role]: generations[role] + 1 }
      // The code lets in participants: left as it was, it would be the old link in six digits.
      if (role === 'participant') await withFreeCode((code) => boards.change(boardId, { code, generations: renewed }))
      else await boards.change(boardId, { generations: renewed })
      await people.endSessionsBy(boardId, role, tokenHash)
      const cameByIt = (other: { cameBy: string; tokenHash: string }) =>
        other.cameBy === role && other.tokenHash !== tokenHash
      await rooms.closeSessions(boardId, cameByIt, CloseReason.shownOut, 'link renewed')
      return viewOf(await found(boardId), session, links)
    },
  }
}

/** The name stands in the document too, where the canvas and an export find it. */
function nameTable(doc: Y.Doc, title: string): void {
  recordsMap(doc).get('document:document')?.set('name', title)
}
