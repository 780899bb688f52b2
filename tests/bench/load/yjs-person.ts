import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import { Frame, SyncStep } from '../../../shared/sync/messages.ts'
import type { Message, Person, See } from './dialect.ts'
import { benchNotes } from './notes.ts'

/** More notes than there are people at a table, not moved yet: see `lookAt`. */
const NOTES = benchNotes(256).map((note, writer) => ({ ...note, x: 0, y: writer }))
/** Types of Hocuspocus beside those of y-websocket. */
const HOCUSPOCUS = { auth: 2, syncReply: 4, stateless: 5 } as const

interface YjsPersonOptions {
  /** What is there already. */
  doc?: Y.Doc
  /** The document's name at Hocuspocus. */
  room?: string
  /** A relay says nothing by itself, so there one is in at once. */
  isRelayed?: boolean
}

/**
 * Somebody who speaks the y-websocket protocol, or Hocuspocus', which puts the document's name before each message.
 * Everybody keeps a document with their own note only: what others write is looked at, never applied.
 */
export class YjsPerson implements Person {
  isIn: boolean
  #doc: Y.Doc
  #writer: number
  #room: string | undefined
  #clock = 0

  constructor(writer: number, { doc = new Y.Doc(), room, isRelayed = false }: YjsPersonOptions = {}) {
    this.#writer = writer
    this.#doc = doc
    this.#room = room
    this.isIn = isRelayed
  }

  greet(): Message[] {
    if (this.isIn) return []
    const stateVector = Y.encodeStateVector(this.#doc)
    const auth = this.#room === undefined ? [] : [this.#message(HOCUSPOCUS.auth, (to) => writeToken(to))]
    return [...auth, this.#sync(SyncStep.step1, stateVector)]
  }

  hear(payload: Buffer): Message[] {
    const sync = this.readSync(payload)
    if (sync?.step === SyncStep.step2) this.isIn = true
    if (sync?.step !== SyncStep.step1) return []
    return [this.#sync(SyncStep.step2, Y.encodeStateAsUpdate(this.#doc, sync.payload))]
  }

  lay(): Message[] {
    return this.change((doc) => writeRecords(doc, [this.#note]))
  }

  move(count: number): Message[] {
    const { id, parentId, index } = this.#note
    const update = this.change((doc) => recordsMap(doc).get(id)?.set('at', [count, this.#writer, parentId, index]))
    return [...update, this.pointer(count)]
  }

  /** Hocuspocus cuts off who is silent for a minute; the others ping. */
  live(): Message[] {
    if (this.#room === undefined) return []
    return [this.#message(HOCUSPOCUS.stateless, (to) => encoding.writeVarString(to, ''))]
  }

  look(payload: Buffer, see: See): void {
    const sync = this.readSync(payload)
    if (sync === undefined || sync.step === SyncStep.step1) return
    for (const { content } of Y.decodeUpdate(sync.payload).structs as { content?: unknown }[]) {
      if (content instanceof Y.ContentAny) for (const value of content.arr) lookAt(value, see)
    }
  }

  /** Changes this person's document; gives back what tells the others. */
  change(change: (doc: Y.Doc) => void): Message[] {
    const messages: Message[] = []
    const listen = (update: Uint8Array) => messages.push(this.#sync(SyncStep.update, update))
    this.#doc.on('update', listen)
    this.#doc.transact(() => change(this.#doc))
    this.#doc.off('update', listen)
    return messages
  }

  /** Where this person points. */
  pointer(count: number): Message {
    const state = JSON.stringify({ pointer: { x: count + 0.5, y: this.#writer * 10 } })
    const entry = encoding.encode((to) => {
      encoding.writeVarUint(to, 1)
      encoding.writeVarUint(to, this.#doc.clientID)
      encoding.writeVarUint(to, ++this.#clock)
      encoding.writeVarString(to, state)
    })
    return this.#message(Frame.awareness, (to) => encoding.writeVarUint8Array(to, entry))
  }

  /** What a message brings for the document, or asks of it. */
  readSync(message: Uint8Array): { step: number; payload: Uint8Array } | undefined {
    const from = decoding.createDecoder(message)
    if (this.#room !== undefined) decoding.readVarString(from)
    const type = decoding.readVarUint(from)
    if (type !== Frame.sync && (this.#room === undefined || type !== HOCUSPOCUS.syncReply)) return undefined
    return { step: decoding.readVarUint(from), payload: decoding.readVarUint8Array(from) }
  }

  get #note() {
    const note = NOTES[this.#writer]
    if (note === undefined) throw new Error(`no note for writer ${this.#writer}`)
    return note
  }

  #sync(step: number, payload: Uint8Array): Message {
    return this.#message(Frame.sync, (to) => {
      encoding.writeVarUint(to, step)
      encoding.writeVarUint8Array(to, payload)
    })
  }

  #message(type: number, write: (to: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((to) => {
      if (this.#room !== undefined) encoding.writeVarString(to, this.#room)
      encoding.writeVarUint(to, type)
      write(to)
    })
  }
}

function writeToken(to: encoding.Encoder): void {
  encoding.writeVarUint(to, 0)
  encoding.writeVarString(to, 'bench')
}

/** A place tells by its x which move it is, and by its y whose. */
function lookAt(value: unknown, see: See): void {
  if (!Array.isArray(value) || value.length !== 4) return
  const [move, writer] = value
  if (typeof move === 'number' && typeof writer === 'number') see(writer, move)
}
