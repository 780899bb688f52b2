import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import type { CloseCode } from '../../shared/close-reasons.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { Log } from '../ports.ts'
import type { Storage, StoredSession } from '../storage/storage.ts'
import { openStored } from './open-stored.ts'
import { Room } from './room.ts'

/** How long a room stays in memory after the last one has left. */
const LINGER_MS = 30_000

interface Entry {
  room: Promise<Room>
  holds: number
  timer: NodeJS.Timeout | undefined
}

/** Keeps a board in memory until `leave` is called, once or more often. */
export interface Hold {
  room: Room
  leave(): void
}

interface RoomsOptions {
  storage: Pick<Storage, 'log' | 'damage' | 'boards'>
  templateOf: TemplateOf
  log: Log
}

/** The boards in memory: each loaded once, however many come at once, and let go some time after the last has left. */
export class Rooms {
  #entries = new Map<BoardId, Entry>()
  #storage: Pick<Storage, 'log' | 'damage' | 'boards'>
  #templateOf: TemplateOf
  #log: Log

  constructor(options: RoomsOptions) {
    this.#storage = options.storage
    this.#templateOf = options.templateOf
    this.#log = options.log
  }

  /** Does something with a board in memory. Throws when the board cannot be read; nothing of it stays then. */
  async use<T>(boardId: BoardId, task: (room: Room) => T | Promise<T>): Promise<T> {
    const hold = await this.enter(boardId)
    try {
      return await task(hold.room)
    } finally {
      hold.leave()
    }
  }

  /** Holds a board in memory. Throws when it cannot be read. */
  async enter(boardId: BoardId): Promise<Hold> {
    const entry = this.#entries.get(boardId) ?? this.#load(boardId)
    clearTimeout(entry.timer)
    entry.holds += 1
    try {
      const room = await entry.room
      if (room.isClosing) throw new Error('a room that is closing')
      let isHeld = true
      const leave = () => {
        if (isHeld) this.#leave(boardId, entry, room)
        isHeld = false
      }
      return { room, leave }
    } catch (error) {
      if (this.#entries.get(boardId) === entry) this.#entries.delete(boardId)
      throw error
    }
  }

  #load(boardId: BoardId): Entry {
    const entry: Entry = { room: this.#open(boardId), holds: 0, timer: undefined }
    this.#entries.set(boardId, entry)
    return entry
  }

  async #open(boardId: BoardId): Promise<Room> {
    const { log: updateLog, boards } = this.#storage
    const board = await boards.find(boardId)
    if (board === undefined) throw new Error('a document without a board')
    const options = {
      boardId,
      participantsMay: board.participantsMay,
      updateLog,
      templateOf: this.#templateOf,
      log: this.#log,
    }
    return openStored(boardId, { storage: this.#storage, log: this.#log }, (stored) => new Room({ ...options, stored }))
  }

  #leave(boardId: BoardId, entry: Entry, room: Room): void {
    entry.holds -= 1
    if (entry.holds > 0) return
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.#unload(boardId, entry, room), LINGER_MS).unref()
  }

  async #unload(boardId: BoardId, entry: Entry, room: Room): Promise<void> {
    await room.settle()
    if (entry.holds > 0 || this.#entries.get(boardId) !== entry) return
    if (!room.isQuiet) {
      entry.timer = setTimeout(() => void this.#unload(boardId, entry, room), LINGER_MS).unref()
      return
    }
    this.#entries.delete(boardId)
    await room.close()
  }

  /** Who has this board open now. */
  async present(boardId: BoardId): Promise<Set<ParticipantId>> {
    return (await this.#entries.get(boardId)?.room)?.present ?? new Set()
  }

  async changeSettings(boardId: BoardId, participantsMay: ParticipantsMay): Promise<void> {
    const room = await this.#entries.get(boardId)?.room
    room?.changeSettings(participantsMay)
  }

  async closeSessions(
    boardId: BoardId,
    match: (session: StoredSession) => boolean,
    code: CloseCode,
    reason: string,
  ): Promise<void> {
    const room = await this.#entries.get(boardId)?.room
    room?.closeSessions(match, code, reason)
  }

  async close(): Promise<void> {
    const loaded = await Promise.allSettled([...this.#entries.values()].map(({ room }) => room))
    for (const entry of this.#entries.values()) clearTimeout(entry.timer)
    this.#entries.clear()
    await Promise.all(loaded.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)))
  }
}
