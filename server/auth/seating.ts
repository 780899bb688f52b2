import type * as Y from 'yjs'
import type { Join, Joined } from '../../shared/api/invitations.ts'
import { type Millis, millis } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { partyFor } from '../../shared/parties/party-for.ts'
import { readRecord, recordsMap, writeRecords } from '../../shared/records/doc.ts'
import type { Party } from '../../shared/records/party.ts'
import { can } from '../../shared/roles.ts'
import { Problem } from '../http/problems.ts'
import { newParticipantId, newRecordId } from '../new-id.ts'
import type { Clock } from '../ports.ts'
import type { PeopleTable, StoredBoard } from '../storage/storage.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Invited } from './entry.ts'
import type { Sessions } from './sessions.ts'

/** Whoever sat down longer ago than this and does not have the table open takes up no place. */
const SITTING_MS = 12 * 60 * 60 * 1_000

/** The parties at a table, without reading the rest of it. */
export function partiesOf(doc: Y.Doc): Party[] {
  const parties: Party[] = []
  for (const [id, map] of recordsMap(doc)) {
    if (!id.startsWith('party:')) continue
    const { record } = readRecord(id, map)
    if (record?.typeName === 'party') parties.push(record)
  }
  return parties
}

/** Seats people at tables. */
export class Seating {
  #people: PeopleTable
  #rooms: Rooms
  #sessions: Sessions
  #clock: Clock

  constructor(options: { people: PeopleTable; rooms: Rooms; sessions: Sessions; clock: Clock }) {
    this.#people = options.people
    this.#rooms = options.rooms
    this.#sessions = options.sessions
    this.#clock = options.clock
  }

  /** Gives a seat to who was invited. A full table says what a wrong link says. */
  async sit({ board, role: granted }: Invited, wish: Join): Promise<Joined & { expires: Millis }> {
    const role = wish.role ?? granted
    // A facilitator always gets in: at a full table somebody has to be able to show people out.
    if (granted !== 'facilitator' && (await this.#isFull(board))) throw new Problem('no-entry')
    const participantId = newParticipantId()
    const party = wish.party ? await this.#party(board, wish.party, can(role, 'board.write')) : null
    const name = wish.name || null
    const seat = { participantId, boardId: board.id, name, party, role, cameBy: granted }
    return { ...(await this.#sessions.sit(seat)), role, participantId }
  }

  async #isFull({ id }: StoredBoard): Promise<boolean> {
    const now = this.#clock()
    const seated = await this.#people.seatedSince(id, millis(now - SITTING_MS), now)
    const taken = new Set([...seated, ...(await this.#rooms.present(id))])
    return taken.size >= LIMITS.peoplePerBoard
  }

  /** The record of the party that somebody named. A new one is added to the table by those who may write there. */
  #party({ id }: StoredBoard, wanted: string, mayAdd: boolean): Promise<string | null> {
    return this.#rooms.use(id, async (room) => {
      const known = await room.read((doc) => partyFor(partiesOf(doc), wanted, newRecordId))
      if (!known.isNew) return known.party.id
      // An id of a party that is gone is no name for a new one.
      if (!mayAdd || wanted.startsWith('party:')) return null
      return await room.write((doc) => {
        // Asked again: somebody else may have added it while this waited its turn.
        const { party, isNew } = partyFor(partiesOf(doc), wanted, newRecordId)
        if (isNew) writeRecords(doc, [party])
        return party.id
      })
    })
  }
}
