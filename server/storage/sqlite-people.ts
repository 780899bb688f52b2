import * as z from 'zod/mini'
import { RoleSchema } from '../../shared/api/boards.ts'
import { BoardIdSchema, millis, ParticipantIdSchema } from '../../shared/ids.ts'
import type { PeopleTable } from './storage.ts'
import type { Database } from './tables.ts'

const PersonRow = z.object({ participant_id: ParticipantIdSchema, board_id: BoardIdSchema, role: RoleSchema })

const personOf = (row: { name: string | null; party: string | null; [column: string]: unknown }) => {
  const { participant_id, board_id, role } = PersonRow.parse(row)
  return { participantId: participant_id, boardId: board_id, name: row.name, party: row.party, role }
}

export const peopleTable = (db: Database): PeopleTable => ({
  async sit({ tokenHash, participantId, boardId, name, party, role, cameBy, created, expires }) {
    const ids = { participant_id: participantId, board_id: boardId }
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('people')
        .values({ ...ids, name, party, role, joined: created })
        .execute()
      const session = { ...ids, token_hash: tokenHash, came_by: cameBy, created, expires }
      await transaction.insertInto('sessions').values(session).execute()
    })
  },
  async findSession(tokenHash, now) {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('people', 'people.participant_id', 'sessions.participant_id')
      .select(['people.participant_id', 'people.board_id', 'people.name', 'people.party', 'people.role'])
      .select(['sessions.came_by', 'sessions.created', 'sessions.expires'])
      .where('token_hash', '=', tokenHash)
      .where('expires', '>', now)
      .executeTakeFirst()
    if (row === undefined) return undefined
    return {
      ...personOf(row),
      tokenHash,
      cameBy: RoleSchema.parse(row.came_by),
      created: millis(row.created),
      expires: millis(row.expires),
    }
  },
  async endSession(tokenHash) {
    await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
  },
  async endSessionsOf(boardId, participantId) {
    await db
      .deleteFrom('sessions')
      .where('board_id', '=', boardId)
      .where('participant_id', '=', participantId)
      .execute()
  },
  async endSessionsBy(boardId, cameBy, exceptTokenHash) {
    await db
      .deleteFrom('sessions')
      .where('board_id', '=', boardId)
      .where('came_by', '=', cameBy)
      .where('token_hash', '!=', exceptTokenHash)
      .execute()
  },
  async list(boardId) {
    const rows = await db
      .selectFrom('people')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('joined')
      .orderBy('participant_id')
      .execute()
    return rows.map(personOf)
  },
  async seatedSince(boardId, since, now) {
    const rows = await db
      .selectFrom('sessions')
      .select('participant_id')
      .where('board_id', '=', boardId)
      .where('created', '>=', since)
      .where('expires', '>', now)
      .execute()
    return rows.map((row) => ParticipantIdSchema.parse(row.participant_id))
  },
})
