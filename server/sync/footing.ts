import * as Y from 'yjs'
import type { DecodedUpdate } from './check-update.ts'
import { BrokenFrame } from './frames.ts'

type Struct = DecodedUpdate['structs'][number]

/** Deeper than this nothing of ours is nested. Yjs deletes a nest by calling itself, and would run out of stack. */
const MAX_DEPTH = 64

/** What an update builds on is not here. Whoever sent it may come again and bring all that lacks. */
export class LacksGround extends Error {}

/** Where an item stands: `key` names its type and the list or property in it, `depth` counts the types round it. */
interface Place {
  key: string
  depth: number
  isProperty: boolean
}

interface Known {
  clock: number
  length: number
  /** Null for what has been collected as garbage, and for what can only become garbage. */
  place: Place | null
  holds: 'items' | 'nothing' | 'garbage'
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

const placeIn = (type: string, property: string | null, depth: number): Place => ({
  key: property === null ? type : `${type} ${property}`,
  depth,
  isProperty: property !== null,
})

const holdsOf = (content: Y.Item['content']): Known['holds'] => {
  if (content instanceof Y.ContentType) return 'items'
  return content instanceof Y.ContentDeleted ? 'garbage' : 'nothing'
}

/**
 * Knows what an update may build on: what is in a document and what waits in line for it. Yjs keeps apart what it cannot
 * place yet and stumbles over what it can place in two ways; once in the log, that would keep a board from ever opening
 * again.
 */
export class Footing {
  #doc: Y.Doc
  /** What waits in line, by client, in the order of clocks and without gaps. */
  #ahead = new Map<number, Known[]>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /**
   * Takes an update in line. With nothing taken, throws LacksGround when it builds on what is not here, and BrokenFrame
   * when part of it can have no place.
   */
  add({ structs, ds }: DecodedUpdate): void {
    const lengths = new Map([...this.#ahead].map(([client, known]) => [client, known.length]))
    try {
      this.#addStructs(structs)
      for (const [client, ranges] of ds.clients) {
        const end = this.#end(client)
        if (ranges.some(({ clock, len }) => clock + len > end)) throw new LacksGround('a deletion of what is not here')
      }
    } catch (error) {
      for (const [client, known] of this.#ahead) known.length = lengths.get(client) ?? 0
      throw error
    }
  }

  /** To be called when the document has taken in what waited. */
  settle(): void {
    for (const [client, known] of this.#ahead) {
      const state = Y.getState(this.#doc.store, client)
      const waiting = known.filter(({ clock, length }) => clock + length > state)
      if (waiting.length > 0) this.#ahead.set(client, waiting)
      else this.#ahead.delete(client)
    }
  }

  /** Takes each struct as soon as all that it builds on is known, which is the order in which Yjs will place them. */
  #addStructs(structs: readonly Struct[]): void {
    const queues = Map.groupBy(structs, ({ id }) => id.client)
    const waitingFor = new Map<number, number[]>()
    const ready = [...queues.keys()]
    for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
      const queue = queues.get(client) ?? []
      let taken = 0
      for (const struct of queue) {
        const lacking = this.#clientLackedBy(struct)
        if (lacking !== undefined) {
          waitingFor.set(lacking, [...(waitingFor.get(lacking) ?? []), client])
          break
        }
        this.#take(struct)
        taken += 1
      }
      if (taken === 0) continue
      queues.set(client, queue.slice(taken))
      ready.push(...(waitingFor.get(client) ?? []))
      waitingFor.delete(client)
    }
    if ([...queues.values()].some((left) => left.length > 0)) throw new LacksGround('an item on what is not here')
  }

  #clientLackedBy(struct: Struct): number | undefined {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip || clock > this.#end(client)) return client
    if (!(struct instanceof Y.Item)) return undefined
    const others: unknown[] = [struct.origin, struct.rightOrigin, struct.parent]
    const lacking = others.find((other) => other instanceof Y.ID && other.clock >= this.#end(other.client))
    return lacking instanceof Y.ID ? lacking.client : undefined
  }

  #take(struct: Struct): void {
    const { client, clock } = struct.id
    const end = this.#end(client)
    if (clock + struct.length <= end) return
    const place = this.#placeOf(struct)
    // Where a part is known already, the rest must stand in the same place.
    if (clock < end && this.#find(client, end - 1).place?.key !== place?.key)
      throw new BrokenFrame('an item torn apart')
    const known = this.#ahead.get(client) ?? []
    const holds = place === null || !(struct instanceof Y.Item) ? 'garbage' : holdsOf(struct.content)
    known.push({ clock, length: struct.length, place, holds })
    this.#ahead.set(client, known)
  }

  #placeOf(struct: Struct): Place | null {
    if (!(struct instanceof Y.Item)) return null
    const beside = [struct.origin, struct.rightOrigin]
      .filter((other) => other !== null)
      .map(({ client, clock }) => this.#find(client, clock).place)
    const [place = this.#named(struct)] = beside
    if (beside.some((other) => other?.key !== place?.key)) throw new BrokenFrame('an item in two places')
    if (place === null) return null
    if (place.depth > MAX_DEPTH) throw new BrokenFrame('items nested too deep')
    // Yjs splits a longer one and then takes both halves for the value.
    if (place.isProperty && struct.length > 1 && holdsOf(struct.content) !== 'garbage')
      throw new BrokenFrame('a property of several values')
    return place
  }

  /** The place of an item that stands beside no other. */
  #named({ parent, parentSub }: Y.Item): Place | null {
    const named: unknown = parent
    if (typeof named === 'string') return placeIn(`/${named}`, parentSub, 1)
    if (!(named instanceof Y.ID)) throw new BrokenFrame('an item without a place')
    const { place, holds } = this.#find(named.client, named.clock)
    if (holds === 'nothing') throw new BrokenFrame('an item in what holds none')
    return place === null || holds === 'garbage' ? null : placeIn(nameOf(named), parentSub, place.depth + 1)
  }

  /** The first clock of a client that is not known. */
  #end(client: number): number {
    const last = this.#ahead.get(client)?.at(-1)
    return Math.max(Y.getState(this.#doc.store, client), last ? last.clock + last.length : 0)
  }

  #find(client: number, clock: number): Known {
    const { store } = this.#doc
    if (clock < Y.getState(store, client)) return this.#inDocument(Y.getItem(store, Y.createID(client, clock)))
    const known = this.#ahead.get(client) ?? []
    let [low, high] = [0, known.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      const { clock: start, length } = known[middle] as Known
      if (start + length <= clock) low = middle + 1
      else high = middle
    }
    return known[low] as Known
  }

  #inDocument(struct: Y.Item | Y.GC): Known {
    const { id, length } = struct
    const parent: unknown = struct instanceof Y.Item ? struct.parent : null
    if (!(struct instanceof Y.Item) || !(parent instanceof Y.AbstractType))
      return { clock: id.clock, length, place: null, holds: 'garbage' }
    let depth = 0
    for (let type: unknown = parent; type instanceof Y.AbstractType; type = type._item?.parent) depth += 1
    const name = parent._item ? nameOf(parent._item.id) : `/${Y.findRootTypeKey(parent)}`
    return { clock: id.clock, length, place: placeIn(name, struct.parentSub, depth), holds: holdsOf(struct.content) }
  }
}
