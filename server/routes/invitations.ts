import type { PartyChoice } from '../../shared/api/invitations.ts'
import { CloseReason } from '../../shared/close-reasons.ts'
import type { Party } from '../../shared/records/party.ts'
import { clearGuestCookie, setGuestCookie } from '../auth/guest-cookie.ts'
import { partiesOf, Seating } from '../auth/seating.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'

const choiceOf = ({ id, name, kind, icon, seat }: Party): PartyChoice => ({ id, name, kind, icon, seat })

/** From holding a link or a code to having a seat, and back. */
export function invitationRoutes(services: Services): Pick<Handlers, 'readInvitation' | 'join' | 'leave'> {
  const { storage, rooms, sessions, entry, limits, clock } = services
  const seating = new Seating({ people: storage.people, rooms, sessions, clock })
  const addressOf = (request: { ip?: string | undefined }) => request.ip ?? ''

  return {
    async readInvitation({ body, request }) {
      const { board, role } =
        'code' in body
          ? await entry.byCode(body.code, addressOf(request))
          : await entry.bySecret(body.boardId, body.secret)
      const { id: boardId, title, locale } = board
      const parties = await rooms.use(boardId, (room) => room.read((doc) => partiesOf(doc).map(choiceOf)))
      const people = (await rooms.present(boardId)).size
      return { boardId, title, locale, role, people, parties: parties.sort((a, b) => a.seat - b.seat) }
    },

    async join({ params: { id }, body, request, response }) {
      const { secret, code } = body
      if (secret === undefined && code === undefined) {
        throw new Problem('invalid-input', { fields: [{ field: 'secret', detail: 'Give a secret or a code.' }] })
      }
      await limits.newSeat(request.ip)
      const invited =
        secret === undefined ? await entry.byCode(code ?? '', addressOf(request), id) : await entry.bySecret(id, secret)
      const { token, role, participantId, expires } = await seating.sit(invited, body)
      setGuestCookie(response, id, token, expires)
      return { token, role, participantId }
    },

    async leave({ session, response }) {
      const { boardId, tokenHash } = session
      await storage.people.endSession(tokenHash)
      const isTheirs = (other: { tokenHash: string }) => other.tokenHash === tokenHash
      await rooms.closeSessions(boardId, isTheirs, CloseReason.noAccess, 'seat given up')
      clearGuestCookie(response, boardId)
      return undefined
    },
  }
}
