import type { TLNoteShape } from '@tldraw/tlschema'
import type { Message, Person, See } from './dialect.ts'
import { benchNotes } from './notes.ts'

/** What the peer tells of its release: its schema, and records that are valid in it. */
export interface TldrawRelease {
  schema: unknown
  note: { props: Record<string, unknown> }
  presence: Record<string, unknown>
}

const PROTOCOL = 8
/** More notes than there are people at a table, not moved yet. */
const NOTES = benchNotes(256).map((note) => ({ ...note, x: 0 }))

interface ServerMessage {
  type: string
  diff?: Record<string, unknown>
  data?: ServerMessage[]
}

/** Somebody who speaks tldraw sync: a push of a patch and a presence, as its client sends them. */
export class TldrawPerson implements Person {
  isIn = false
  #release: TldrawRelease
  #writer: number
  #clock = 0

  constructor(writer: number, release: TldrawRelease) {
    this.#writer = writer
    this.#release = release
  }

  greet(): Message[] {
    const { schema } = this.#release
    return [
      say({
        type: 'connect',
        connectRequestId: `c${this.#writer}`,
        lastServerClock: -1,
        protocolVersion: PROTOCOL,
        schema,
      }),
    ]
  }

  hear(payload: Buffer): Message[] {
    if (read(payload).type === 'connect') this.isIn = true
    return []
  }

  lay(): Message[] {
    const note = NOTES[this.#writer]
    return note === undefined ? [] : [this.put([note])]
  }

  /** Puts notes on the board, as they look in the peer's release. */
  put(notes: readonly TLNoteShape[]): Message {
    const { note, presence } = this.#release
    const diff = notes.map(({ id, x, y, index, props: { richText } }) => {
      return [id, ['put', { ...note, id, x, y, index, props: { ...note.props, richText } }]] as const
    })
    return this.#push({ diff: Object.fromEntries(diff), presence: ['put', presence] })
  }

  move(count: number): Message[] {
    const pointer = { x: ['put', count + 0.5], y: ['put', this.#writer * 10] }
    return [
      this.#push({
        diff: { [this.#id]: ['patch', { x: ['put', count], y: ['put', count] }] },
        presence: ['patch', { cursor: ['patch', pointer] }],
      }),
    ]
  }

  live(): Message[] {
    return [say({ type: 'ping' })]
  }

  look(payload: Buffer, see: See): void {
    const message = read(payload)
    for (const { diff } of message.type === 'data' ? (message.data ?? []) : [message]) {
      for (const [id, change] of Object.entries(diff ?? {})) {
        if (!id.startsWith('shape:w') || !Array.isArray(change)) continue
        const x: unknown = change[1]?.x
        const move = Array.isArray(x) ? x[1] : x
        if (typeof move === 'number') see(Number(id.slice('shape:w'.length)), move)
      }
    }
  }

  /** How many notes a message brings. */
  notesIn(payload: Buffer): number {
    return Object.keys(read(payload).diff ?? {}).filter((id) => id.startsWith('shape:')).length
  }

  get #id(): string {
    return `shape:w${this.#writer}`
  }

  #push(changes: { diff: unknown; presence: unknown }): Message {
    return say({ type: 'push', clientClock: ++this.#clock, ...changes })
  }
}

const say = (message: unknown): string => JSON.stringify(message)
const read = (payload: Buffer): ServerMessage => JSON.parse(payload.toString())
