import type { BoardId, Millis } from '../../shared/ids.ts'
import type { Seq } from './storage.ts'

/** Where a piece of a board lies in storage; `seq` of a snapshot is what it goes `through`. */
export interface Piece {
  kind: 'snapshot' | 'update'
  seq: Seq
}

/** One piece as it was found; without `bytes` where they cannot be read or are not those that were written. */
export interface FoundPiece extends Piece {
  bytes: Uint8Array | undefined
}

/** All that there is of a board of which not all can be read. */
export interface Remains {
  title: string
  created: Millis
  /** Packed, newest first: the snapshot and the one before it. */
  snapshots: FoundPiece[]
  /** Oldest first, from the older snapshot on. */
  updates: FoundPiece[]
}

/** What of a board is not in it any more. */
export interface Damage {
  /** When it was found. */
  since: Millis
  /** Pieces of storage that cannot be read: updates and snapshots. */
  pieces: number
}

export interface Mended {
  /** Packed. */
  snapshot: Uint8Array
  /** What cannot be read. */
  lost: readonly Piece[]
  /** What can be read, but builds on what is lost. */
  waiting: readonly Piece[]
}

/**
 * DMG1 whatever lay in storage when damage was found is kept as it was, the lost pieces and those round them, before
 * anything takes its place. DMG2 what can be read of remains does not depend on what cannot. DMG3 a piece that has waited
 * for what it builds on gets into the log and waits no longer, in one step.
 */
export interface DamageTable {
  readRemains(board: BoardId): Promise<Remains>
  /** Puts a sound snapshot (packed) in the place of remains, and keeps them. */
  mend(board: BoardId, mended: Mended): Promise<void>
  /** Oldest first. */
  waitingUpdates(board: BoardId): Promise<{ seq: Seq; update: Uint8Array }[]>
  takeBack(board: BoardId, updates: readonly { seq: Seq; update: Uint8Array }[]): Promise<void>
  find(board: BoardId): Promise<Damage | undefined>
}
