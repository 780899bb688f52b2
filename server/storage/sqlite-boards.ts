import type { Selectable } from 'kysely'
import * as z from 'zod/mini'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { BoardIdSchema, millis } from '../../shared/ids.ts'
import { ParticipantsMaySchema } from '../../shared/participants-may.ts'
import { checksumOf } from './checksum.ts'
import { type BoardTable, CodeTaken, type StoredBoard } from './storage.ts'
import type { Database, Tables } from './tables.ts'

const Parsed = z.object({ id: BoardIdSchema, locale: LocaleSchema })

const fromRow = (row: Selectable<Tables['boards']>): StoredBoard => ({
  ...Parsed.parse(row),
  title: row.title,
  code: row.code,
  doorOpen: row.door_open === 1,
  participantsMay: ParticipantsMaySchema.parse(row.participants_may),
  created: millis(row.created),
  epoch: row.epoch,
  generations: {
    facilitator: row.facilitator_generation,
    participant: row.participant_generation,
    viewer: row.viewer_generation,
  },
})

const generationColumns = ({ facilitator, participant, viewer }: StoredBoard['generations']) => ({
  facilitator_generation: facilitator,
  participant_generation: participant,
  viewer_generation: viewer,
})

async function refuseTakenCode<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (error instanceof Error && error.message.includes('boards.code')) throw new CodeTaken('code in use')
    throw error
  }
}

export const boardTable = (db: Database): BoardTable => ({
  async create(board, firstUpdate) {
    await refuseTakenCode(
      db.transaction().execute(async (transaction) => {
        const { id, title, locale, code, doorOpen, participantsMay, created, epoch, generations } = board
        const flags = { door_open: doorOpen ? 1 : 0, participants_may: participantsMay }
        const columns = { id, title, locale, code, created, epoch, ...flags }
        await transaction
          .insertInto('boards')
          .values({ ...columns, ...generationColumns(generations) })
          .execute()
        await transaction
          .insertInto('updates')
          .values({ board_id: id, data: firstUpdate, checksum: checksumOf(firstUpdate) })
          .execute()
      }),
    )
  },
  async find(id) {
    const row = await db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },
  async findByCode(code) {
    const row = await db.selectFrom('boards').selectAll().where('code', '=', code).executeTakeFirst()
    return row && fromRow(row)
  },
  async change(id, { title, code, doorOpen, participantsMay, generations }) {
    const columns = {
      ...(title === undefined ? {} : { title }),
      ...(code === undefined ? {} : { code }),
      ...(doorOpen === undefined ? {} : { door_open: doorOpen ? 1 : 0 }),
      ...(participantsMay === undefined ? {} : { participants_may: participantsMay }),
      ...(generations === undefined ? {} : generationColumns(generations)),
    }
    if (Object.keys(columns).length === 0) return
    await refuseTakenCode(db.updateTable('boards').set(columns).where('id', '=', id).execute())
  },
})
