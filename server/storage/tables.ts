import type { Generated, Kysely } from 'kysely'

/** The columns as SQLite gives them back: flags are 0 or 1, times are milliseconds. */
export interface Tables {
  boards: {
    id: string
    title: string
    locale: string
    code: string
    door_open: number
    participants_may: string
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
  /** `checksum` is null in rows of before there were any. */
  updates: { seq: Generated<number>; board_id: string; data: Uint8Array; checksum: number | null }
  snapshots: SnapshotRow
  /** The snapshot that the present one took the place of. The rows between the two are still in `updates`. */
  snapshots_before: SnapshotRow
  /**
   * What lay in storage when damage was found, as it was. `kind` is update or snapshot; `seq` is that of the update or the
   * snapshot's `through`; `fate` is kept, lost or waiting. No `data` where the file itself could not be read.
   */
  damaged: {
    board_id: string
    kind: string
    seq: number
    data: Uint8Array | null
    is_packed: number
    fate: string
    found: number
  }
  plates: { id: string; json: string; hidden: number; created: number }
  probe: { id: number; written: number }
}

interface SnapshotRow {
  board_id: string
  through: number
  data: Uint8Array
  is_packed: number
  checksum: number | null
}

export type Database = Kysely<Tables>
