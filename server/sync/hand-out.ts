import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import { SyncStep } from '../../shared/sync/messages.ts'
import type { Connection } from './connection.ts'
import { syncFrame } from './frames.ts'
import type { Journal } from './journal.ts'

/** How long a table that was handed out unread may stay unread: those who come at the same time come first. */
const UNREAD_MS = 250

export interface HandOutOptions {
  journal: Journal<Connection>
  connections: ReadonlySet<Connection>
  dismiss(connection: Connection, code: CloseCode, reason: string): void
  /** Somebody has the document now, or has been asked for theirs. */
  onHandedOut(): void
  /** The document cannot be read. */
  onUnreadable(error: unknown): void
}

/**
 * Gives those who come in what they lack, and asks them for what we lack. Who has just read the snapshot lacks only what
 * the log has since then; for that the document need not be read, which for a large table takes half a second.
 */
export class HandOut {
  #options: HandOutOptions
  #timer: NodeJS.Timeout | undefined

  constructor(options: HandOutOptions) {
    this.#options = options
  }

  welcome(connection: Connection): void {
    if (this.#options.journal.isBuilt || connection.snapshot === undefined) this.#askFor(connection)
    else this.#timer ??= setTimeout(() => void this.#readAtLast(), UNREAD_MS).unref()
  }

  #askFor(connection: Connection): void {
    connection.isAsked = true
    connection.send(syncFrame(SyncStep.step1, this.#options.journal.stateVector()))
  }

  async #readAtLast(): Promise<void> {
    const { journal, connections, onHandedOut, onUnreadable } = this.#options
    this.#timer = undefined
    try {
      await journal.read(() => {})
    } catch (error) {
      return onUnreadable(error)
    }
    for (const connection of connections) if (!connection.isAsked) this.#askFor(connection)
    onHandedOut()
  }

  /** Whoever asks again before it has what it asked for, or without end, would fill the memory with whole boards. */
  async answer(connection: Connection, stateVector: Uint8Array): Promise<void> {
    const { journal, connections, dismiss, onHandedOut } = this.#options
    const tooOften = () => dismiss(connection, CloseReason.tooMany, 'asks for the board too often')
    if (connection.isReceivingBulk) return tooOften()
    connection.isAsking = true
    const snapshot = connection.hasSynced ? undefined : connection.snapshot
    const [first, ...rest] = await journal.answer(stateVector, snapshot)
    connection.isAsking = false
    if (first === undefined || !connections.has(connection)) return
    if (!connection.mayReceive(first.byteLength)) return tooOften()
    connection.sendBulk(syncFrame(SyncStep.step2, first))
    for (const update of rest) connection.sendBulk(syncFrame(SyncStep.update, update))
    connection.hasSynced = true
    if (journal.isBuilt) onHandedOut()
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
