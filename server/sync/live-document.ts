import * as Y from 'yjs'
import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { PutBack } from '../../shared/sync/messages.ts'
import { BoardSize } from './board-size.ts'
import type { DecodedUpdate } from './check-update.ts'
import { Footing } from './footing.ts'
import { Guard } from './guard/guard.ts'
import type { Writer } from './guard/rules.ts'
import type { Run } from './outbox.ts'
import { Plates } from './plates.ts'

/** The document has become as large as it may. */
export class BoardFull extends Error {}

/**
 * A board's document in memory, with all that decides what may come into it. What it has taken in since `collect` was
 * last called is what the log and the others have yet to hear.
 */
export class LiveDocument {
  readonly doc: Y.Doc
  #footing: Footing
  #size: BoardSize
  #guard: Guard
  #plates: Plates
  #news: Uint8Array[] = []

  /** `storedBytes` is how much of it lies in storage. */
  constructor(doc: Y.Doc, storedBytes: number, templateOf: TemplateOf) {
    this.doc = doc
    this.#footing = new Footing(doc)
    this.#size = new BoardSize(doc, storedBytes)
    this.#guard = new Guard(doc)
    this.#plates = new Plates(doc, templateOf)
    doc.on('update', (update: Uint8Array) => this.#news.push(update))
  }

  /** Takes note that this update comes. Throws BoardFull, and LacksGround or BrokenFrame when it cannot be applied. */
  expect(update: Uint8Array, decoded: DecodedUpdate): void {
    if (!this.#size.hasRoomFor(update, decoded)) throw new BoardFull(`more than ${LIMITS.boardBytes} bytes`)
    this.#footing.add(decoded)
    this.#size.expect(update, decoded)
  }

  /** The client ids of which an update brings something that is not here. */
  newsOf({ structs }: DecodedUpdate): Set<number> {
    const { store } = this.doc
    const news = structs.filter(({ id, length }) => id.clock + length > Y.getState(store, id.client))
    return new Set(news.map(({ id }) => id.client))
  }

  /** Applies what one sender has sent, and puts back what that sender may not do, in one transaction. */
  take({ updates, from }: Run<Writer>, setting: ParticipantsMay): PutBack[] {
    return this.doc.transact((transaction) => {
      for (const update of updates) Y.applyUpdate(this.doc, update)
      // What is put back is ours. Else Yjs would take our client id for stolen and choose another, each time.
      transaction.local = true
      return this.#guard.check(transaction, from, setting)
    })
  }

  /** Lets the server write. */
  write<T>(change: (doc: Y.Doc) => T): T {
    return this.doc.transact((transaction) => {
      const result = change(this.doc)
      this.#guard.note(transaction)
      return result
    })
  }

  /** What has come in since the last time, as one update or, where Yjs cannot merge them, as several. */
  collect(): Uint8Array[] {
    this.doc.transact((transaction) => {
      if (this.#plates.arrange(this.#guard.touched, this.#guard.cameBack)) this.#guard.note(transaction)
      this.#guard.repair()
    })
    this.#footing.settle()
    const news = mergeAll(this.#news)
    this.#news = []
    this.#size.grew(news.reduce((sum, { byteLength }) => sum + byteLength, 0))
    return news
  }

  /** All that is stored of it is now so many bytes. */
  folded(bytes: number): void {
    this.#size.folded(bytes)
  }
}

function mergeAll(updates: Uint8Array[]): Uint8Array[] {
  if (updates.length < 2) return updates
  try {
    return [Y.mergeUpdates(updates)]
  } catch {
    return updates
  }
}
