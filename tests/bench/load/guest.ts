import type { TLNoteShape } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { type RecordMap, recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { aNote } from '../../support/records.ts'
import type { Message } from './dialect.ts'
import { YjsPerson } from './yjs-person.ts'

/** Most notes that one guest has on the board at a time, and fewest once they are there. */
export const MOST_NOTES = 12
const FEWEST_NOTES = 6
/** A guest works for some seconds, about nine acts a second, and then looks on. */
const BURST_ACTS = { from: 30, upTo: 90 }
const ACT_MS = { from: 60, upTo: 160 }
/** How many times as long as a burst: so each writes 0.26 times a second, as in the workshop of `trace/`. */
const LOOKS_ON = 34
/** Out of a hundred acts. */
const CREATES = 1.5
const DELETES = 1.5
const MOVES = 27
const COLOURS = 3
const COLOUR_NAMES = ['yellow', 'light-blue', 'light-green', 'light-red'] as const
const WORDS = 'er is te weinig plek voor wie weg kan en niemand weet wie daarover gaat '
/** From the corner of one note to that of the next; each guest has a row. */
const STEP = 220

/** Somebody at a workshop: types, moves, makes and throws away notes, in bursts. Writes only to notes of their own. */
export class Guest {
  readonly person: YjsPerson
  #random: Random
  #row: number
  #indexes: readonly TLNoteShape['index'][]
  #slots: (string | undefined)[] = Array(MOST_NOTES).fill(undefined)
  #made = 0
  #typed = 0
  #left = 0
  #looksOn: number

  /**
   * `indexes` are this guest's alone, one for each note that can lie there at a time. `pace` is how many times as often as
   * at a workshop they set to work.
   */
  constructor(row: number, indexes: readonly TLNoteShape['index'][], pace: number) {
    this.#looksOn = Math.max(0, (LOOKS_ON + 1) / pace - 1)
    this.person = new YjsPerson(row)
    this.#row = row
    this.#indexes = indexes
    this.#random = createRandom(row + 1)
  }

  /** How long until the next act, in ms. */
  pause(): number {
    const between = ({ from, upTo }: { from: number; upTo: number }) => from + this.#random.upTo(upTo - from)
    if (this.#left-- > 0) return between(ACT_MS)
    this.#left = between(BURST_ACTS)
    return this.#left * between(ACT_MS) * this.#looksOn
  }

  /** What one act tells the others; the hand moves with it. */
  act(): Message[] {
    const there = this.#slots.filter((id) => id !== undefined)
    const die = this.#random.upTo(1_000) / 10
    const wants = (share: number, before: number) => die >= before && die < before + share
    const doing = (): Message[] => {
      if (there.length < FEWEST_NOTES) return this.#create()
      if (wants(CREATES, 0)) return there.length < MOST_NOTES ? this.#create() : this.#remove()
      if (wants(DELETES, CREATES)) return this.#remove()
      if (wants(MOVES, CREATES + DELETES)) return this.#move()
      if (wants(COLOURS, CREATES + DELETES + MOVES)) return this.#colour()
      return this.#type()
    }
    return [...doing(), this.person.pointer(this.#typed)]
  }

  #create(): Message[] {
    const slot = this.#slots.indexOf(undefined)
    const note = aNote(`g${this.#row}-${this.#made++}`, {
      text: 'Kaartje',
      x: slot * STEP,
      y: this.#row * STEP,
      index: this.#indexes[slot] ?? 'a1',
    })
    this.#slots[slot] = note.id
    return this.person.change((doc) => writeRecords(doc, [note]))
  }

  #remove(): Message[] {
    const { slot, id } = this.#some()
    this.#slots[slot] = undefined
    return this.person.change((doc) => recordsMap(doc).delete(id))
  }

  #move(): Message[] {
    return this.#changeOne((map, slot) => {
      const [x, y] = [slot * STEP + this.#random.upTo(STEP), this.#row * STEP + this.#random.upTo(STEP)]
      map.set('at', [x, y, 'page:page', this.#indexes[slot]])
    })
  }

  #colour(): Message[] {
    return this.#changeOne((map) => map.set('p.color', this.#random.pick(COLOUR_NAMES)))
  }

  /** One letter at the end of a note, now and then one taken away. */
  #type(): Message[] {
    return this.#changeOne((map) => {
      const fragment = map.get('p.richText')
      const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
      if (!(text instanceof Y.XmlText)) throw new Error('a note without text')
      if (this.#random.upTo(15) === 0 && text.length > 1) text.delete(text.length - 1, 1)
      else text.insert(text.length, WORDS.charAt(this.#typed++ % WORDS.length))
    })
  }

  #changeOne(change: (map: RecordMap, slot: number) => void): Message[] {
    const { slot, id } = this.#some()
    return this.person.change((doc) => {
      const map = recordsMap(doc).get(id)
      if (map !== undefined) change(map, slot)
    })
  }

  #some(): { slot: number; id: string } {
    const there = this.#slots.flatMap((id, slot) => (id === undefined ? [] : [{ slot, id }]))
    const some = this.#random.pick(there)
    if (some === undefined) throw new Error('no note to work on')
    return some
  }
}
