import * as Y from 'yjs'
import { type RecordsMap, recordsMap } from '../../../shared/records/doc.ts'

/** Where a shape lies. */
export interface Place {
  parent: string
  index: string
}

/**
 * Knows which records lie in or tie which others, so that what a deletion leaves behind is found without going over the
 * whole table. Kept up by `update` for each record that came, changed or went.
 */
export class Kin {
  #records: RecordsMap
  #places = new Map<string, Place>()
  /** Parent → index → shapes. */
  #siblings = new Map<string, Map<string, Set<string>>>()
  #ends = new Map<string, readonly string[]>()
  #bindings = new Map<string, Set<string>>()
  #ids = new Set<string>()

  constructor(doc: Y.Doc) {
    this.#records = recordsMap(doc)
    for (const id of this.#records.keys()) this.update(id)
  }

  /** How many records there are. */
  get size(): number {
    return this.#ids.size
  }

  placeOf(id: string): Place | undefined {
    return this.#places.get(id)
  }

  childrenOf(parent: string): string[] {
    return [...(this.#siblings.get(parent)?.values() ?? [])].flatMap((ids) => [...ids])
  }

  /** All that lie in one parent at one index; more than one of them is one too many. */
  atIndex({ parent, index }: Place): string[] {
    return [...(this.#siblings.get(parent)?.get(index) ?? [])]
  }

  /** The lowest index above this one that is taken in this parent. */
  indexAbove({ parent, index }: Place): string | undefined {
    let lowest: string | undefined
    for (const other of this.#siblings.get(parent)?.keys() ?? [])
      if (other > index && (lowest === undefined || other < lowest)) lowest = other
    return lowest
  }

  endsOf(binding: string): readonly string[] | undefined {
    return this.#ends.get(binding)
  }

  bindingsOf(id: string): string[] {
    return [...(this.#bindings.get(id) ?? [])]
  }

  update(id: string): void {
    this.#forget(id)
    const map: unknown = this.#records.get(id)
    if (!(map instanceof Y.Map)) return
    this.#ids.add(id)
    const at: unknown = map.get('at')
    if (Array.isArray(at) && typeof at[2] === 'string' && typeof at[3] === 'string') {
      const place = { parent: at[2], index: at[3] }
      this.#places.set(id, place)
      inside(inside(this.#siblings, place.parent, newMap), place.index, newSet).add(id)
    }
    const ends: unknown[] = [map.get('fromId'), map.get('toId')]
    if (!ends.every((end) => typeof end === 'string')) return
    this.#ends.set(id, ends)
    for (const end of ends) inside(this.#bindings, end, newSet).add(id)
  }

  #forget(id: string): void {
    this.#ids.delete(id)
    const place = this.#places.get(id)
    if (place) {
      const byIndex = this.#siblings.get(place.parent)
      dropFrom(byIndex, place.index, id)
      if (byIndex?.size === 0) this.#siblings.delete(place.parent)
      this.#places.delete(id)
    }
    for (const end of this.#ends.get(id) ?? []) dropFrom(this.#bindings, end, id)
    this.#ends.delete(id)
  }
}

const newMap = () => new Map<string, Set<string>>()
const newSet = () => new Set<string>()

function inside<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function dropFrom(map: Map<string, Set<string>> | undefined, key: string, id: string): void {
  const ids = map?.get(key)
  ids?.delete(id)
  if (ids?.size === 0) map?.delete(key)
}
