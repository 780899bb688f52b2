import type { TLArrowBinding, TLShape } from '@tldraw/tlschema'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Random } from '../../support/random.ts'
import type { MadeShape } from './shapes.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The table as all see it when nothing is under way: what every layout must rebuild in the end. Whoever works on
 * something claims it, so that its last state does not depend on how a layout merges.
 */
export class Table {
  readonly records = new Map<string, BoardRecord>()
  #made: string[] = []
  #claimed = new Set<string>()
  /** Whole part of the highest and the lowest order key; tldraw's keys have as many characters as these. */
  #highest = 600
  #lowest = 600

  put(records: readonly BoardRecord[]): void {
    for (const record of records) {
      if (!this.records.has(record.id) && isMade(record)) this.#made.push(record.id)
      this.records.set(record.id, record)
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.records.delete(id) && id.startsWith('shape:')) this.#made.splice(this.#made.indexOf(id), 1)
    }
  }

  shape(id: string): MadeShape {
    return this.records.get(id) as MadeShape
  }

  bindingsOf(id: string): TLArrowBinding[] {
    const all = [...this.records.values()].filter((record) => record.typeName === 'binding') as TLArrowBinding[]
    return all.filter(({ fromId, toId }) => fromId === id || toId === id)
  }

  isFree(id: string): boolean {
    return !this.#claimed.has(id)
  }

  claim(id: string): void {
    this.#claimed.add(id)
  }

  release(ids: Iterable<string>): void {
    for (const id of ids) this.#claimed.delete(id)
  }

  /** Something that people made and nobody works on now, of the wanted sort; undefined when luck finds none. */
  anyFree<S extends MadeShape>(random: Random, wanted: (shape: MadeShape) => shape is S): S | undefined {
    for (let tries = 0; tries < 60; tries++) {
      const shape = this.shape(random.pick(this.#made) ?? '')
      if (shape !== undefined && this.isFree(shape.id) && wanted(shape)) return shape
    }
    return undefined
  }

  onTop(random: Random): TLShape['index'] {
    this.#highest += 1
    return orderKey(this.#highest, random)
  }

  underAll(random: Random): TLShape['index'] {
    this.#lowest -= 1
    return orderKey(this.#lowest, random)
  }
}

const isMade = (record: BoardRecord): boolean =>
  record.typeName === 'shape' && (record.meta as { lock?: string }).lock === undefined

/** A whole key and three digits at random, none of which ends in 0: so do tldraw's jittered keys look. */
function orderKey(whole: number, random: Random): TLShape['index'] {
  const jitter = [62, 62, 61].map((count) => DIGITS.charAt(DIGITS.length - 1 - random.upTo(count)))
  return `b${DIGITS.charAt(Math.floor(whole / 62))}${DIGITS.charAt(whole % 62)}${jitter.join('')}` as TLShape['index']
}
