import * as Y from 'yjs'
import { recordsMap } from '../../../shared/records/doc.ts'
import { createRandom } from '../../support/random.ts'

const DEEDS = ['move locked', 'delete locked', 'lock', 'no color', 'no place', 'sign'] as const

/** A client with a program of its own, which writes what no participant may. */
export class Offender {
  readonly doc = new Y.Doc()
  #random = createRandom(99)
  #locked: readonly string[]
  #notes: string[]

  constructor(board: Uint8Array, locked: readonly string[]) {
    Y.applyUpdate(this.doc, board)
    this.doc.clientID = 666_666_666
    this.#locked = locked
    this.#notes = [...recordsMap(this.doc)].flatMap(([id, map]) =>
      JSON.stringify(map.get('t')) === '["shape","note"]' ? [id] : [],
    )
  }

  /** Does something illegal; the update of it. */
  offend(): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    const updates: Uint8Array[] = []
    const hear = (update: Uint8Array) => updates.push(update)
    this.doc.on('update', hear)
    this.doc.transact(() => this.#offend())
    this.doc.off('update', hear)
    return updates[0] ?? Y.encodeStateAsUpdate(this.doc, before)
  }

  #offend(): void {
    const records = recordsMap(this.doc)
    const locked = this.#random.pick(this.#locked) ?? ''
    const note = records.get(this.#random.pick(this.#notes) ?? '')
    switch (this.#random.pick(DEEDS)) {
      case 'move locked': {
        const at = records.get(locked)?.get('at') as unknown[]
        records.get(locked)?.set('at', [this.#random.upTo(9_000), this.#random.upTo(9_000), at[2], at[3]])
        break
      }
      case 'delete locked':
        records.delete(locked)
        break
      case 'lock':
        note?.set('m.lock', 'facilitator')
        break
      case 'no color':
        note?.set('p.color', 'mud')
        break
      case 'no place':
        note?.set('at', ['left', null, 'page:page', 'a1'])
        break
      default:
        note?.set('m.by', 'somebodyelse')
    }
  }
}
