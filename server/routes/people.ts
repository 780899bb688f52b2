import { CloseReason } from '../../shared/close-reasons.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'

/** Who sits at a table, and showing somebody out. */
export function peopleRoutes({ storage, rooms }: Services): Pick<Handlers, 'readPeople' | 'showOut'> {
  const { people } = storage
  return {
    async readPeople({ session: { boardId } }) {
      const [all, present] = await Promise.all([people.list(boardId), rooms.present(boardId)])
      return all.map(({ participantId, name, party, role }) => {
        return { participantId, name, party, role, here: present.has(participantId) }
      })
    },

    async showOut({ params: { participantId }, session: { boardId } }) {
      const isKnown = (await people.list(boardId)).some((person) => person.participantId === participantId)
      if (!isKnown) throw new Problem('not-found')
      await people.endSessionsOf(boardId, participantId)
      const isTheirs = (session: { participantId: string }) => session.participantId === participantId
      await rooms.closeSessions(boardId, isTheirs, CloseReason.shownOut, 'shown out')
      return undefined
    },
  }
}
