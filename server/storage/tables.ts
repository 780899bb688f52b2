import type { Generated, Kysely } from 'kysely'

/** The columns as SQLite gives them back: flags are 0 or 1, times are milliseconds. */
export interface Tables {
  boards: {
    id: string
    title: string
    locale: string
    code: string
    door_open: number
    created: number
    epoch: number
    facilitator_generation: number
    participant_generation: number
    viewer_generation: number
  }
  people: {
    participant_id: string
    board_id: string
    name: string | null
    party: string | null
    role: string
    joined: number
  }
  sessions: {
    token_hash: string
    participant_id: string
    board_id: string
    came_by: string
    created: number
    expires: number
  }
  updates: { seq: Generated<number>; board_id: string; data: Uint8Array }
  snapshots: { board_id: string; through: number; data: Uint8Array }
  probe: { id: number; written: number }
}

export type Database = Kysely<Tables>
