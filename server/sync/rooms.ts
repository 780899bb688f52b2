import type { CloseCode } from '../../shared/close-reasons.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import type { Log } from '../ports.ts'
import type { StoredSession, UpdateLog } from '../storage/storage.ts'
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

/** The boards in memory: each loaded once, however many come at once, and let go some time after the last has left. */
export class Rooms {
  #entries = new Map<BoardId, Entry>()
  #updateLog: UpdateLog
  #log: Log

  constructor(options: { updateLog: UpdateLog; log: Log }) {
    this.#updateLog = options.updateLog
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
    const options = { boardId, updateLog: this.#updateLog, log: this.#log }
    const room = this.#updateLog.read(boardId).then((stored) => new Room({ ...options, stored }))
    const entry: Entry = { room, holds: 0, timer: undefined }
    this.#entries.set(boardId, entry)
    return entry
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
    room.doc.destroy()
  }

  /** Who has this board open now. */
  async present(boardId: BoardId): Promise<Set<ParticipantId>> {
    return (await this.#entries.get(boardId)?.room)?.present ?? new Set()
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
