import * as Y from 'yjs'
import { aPeer, type Peer, seededUpdate } from './peers.ts'
import type { Random } from './random.ts'

/** One person at a simulated table, and what is on its way to them. */
export interface Person {
  peer: Peer
  isOnline: boolean
  /** Whether a finger is down: what it changes is held back. */
  isDragging: boolean
  /** Updates on their way, in no order. */
  inbox: Uint8Array[]
}

const NETWORK = Symbol('network')

/**
 * People with real documents, stores and bindings. Only the network between them is made up: updates come late, out of
 * order, more than once and merged; people drop off, and come back with a new document and client id, as a reloaded page
 * does.
 */
export function simNetwork(random: Random, peers: number) {
  const used = new Set<number>()
  const people: Person[] = []

  function newClientId(): number {
    const id = 1_000 + random.upTo(2 ** 31)
    if (used.has(id)) return newClientId()
    used.add(id)
    return id
  }

  function arrive(person: Person, state: Uint8Array) {
    person.peer = aPeer(state, newClientId())
    person.peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NETWORK) for (const other of people) if (other !== person) other.inbox.push(update)
    })
  }

  for (let at = 0; at < peers; at++) {
    const person: Person = { peer: undefined as never, isOnline: true, isDragging: false, inbox: [] }
    arrive(person, seededUpdate())
    people.push(person)
  }

  const take = (person: Person, update: Uint8Array) => Y.applyUpdate(person.peer.doc, update, NETWORK)

  /** Some of what is on its way arrives, in any order; some of it will come again. */
  function deliver(person: Person) {
    if (!person.isOnline) return
    const inbox = random.shuffle(person.inbox)
    const now = inbox.slice(0, random.upTo(inbox.length + 1))
    person.inbox = [...inbox.slice(now.length), ...now.filter(() => random.upTo(8) === 0)]
    if (now.length > 1 && random.upTo(3) === 0) take(person, Y.mergeUpdates(now))
    else for (const update of now) take(person, update)
  }

  function stopDragging(person: Person) {
    if (person.isDragging) person.peer.binding.endGesture()
    person.isDragging = false
  }

  function closeText({ peer }: Person) {
    const id = peer.openText
    peer.openText = null
    if (id !== null) peer.binding.refresh(id)
  }

  return {
    people,
    deliver,
    stopDragging,
    closeText,
    /** A page is loaded anew: the same state, another document. What was on its way is lost, and asked for again. */
    reload(person: Person) {
      stopDragging(person)
      person.peer.binding.flush()
      const state = Y.encodeStateAsUpdate(person.peer.doc)
      person.peer.stop()
      arrive(person, state)
      person.inbox = []
      for (const other of people)
        if (other !== person)
          person.inbox.push(Y.encodeStateAsUpdate(other.peer.doc, Y.encodeStateVector(person.peer.doc)))
    },
    /** Everybody puts down what they hold, and gets everything. */
    meet() {
      for (const person of people) {
        person.isOnline = true
        stopDragging(person)
        closeText(person)
        person.peer.binding.flush()
      }
      while (people.some(({ inbox }) => inbox.length > 0)) for (const person of people) deliver(person)
    },
    stop() {
      for (const { peer } of people) peer.stop()
    },
  }
}
