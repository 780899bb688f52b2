import { toRichText } from '@tldraw/tlschema'
import type { TLNoteShape, TLRecord, TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '../../../shared/records/doc.ts'
import { aPeer, type Peer, seededUpdate } from '../../support/peers.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { aNote, wordsOf } from '../../support/records.ts'

/**
 * People with real documents, stores and bindings act at random, drop off, come back with a new document as a reloaded
 * page does, and get each other's updates late and shuffled. When all have met, all must show the same.
 */
const SEEDS = Array.from({ length: 25 }, (_, at) => at + 1)
const STEPS = 120
const PEOPLE = 3

interface Traveller {
  peer: Peer
  online: boolean
  /** Updates on their way, in no order. */
  inbox: Uint8Array[]
}

function simulate(seed: number) {
  const random = createRandom(seed)
  const seedUpdate = seededUpdate()
  let made = 0
  const people: Traveller[] = []
  const send = (from: Traveller) => (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') return
    for (const other of people) if (other !== from) other.inbox.push(update)
  }
  const arrive = (state: Uint8Array): Peer => aPeer(state)
  for (let at = 0; at < PEOPLE; at++) {
    const traveller: Traveller = { peer: arrive(seedUpdate), online: true, inbox: [] }
    traveller.peer.doc.on('update', send(traveller))
    people.push(traveller)
  }

  const notesOf = (peer: Peer) => peer.shown().filter((record) => record.typeName === 'shape') as TLNoteShape[]
  const someNote = (peer: Peer) => random.pick(notesOf(peer))
  const change = (peer: Peer, with_: (note: TLNoteShape) => TLNoteShape) => {
    const note = someNote(peer)
    if (note) peer.act((store) => void store.update(note.id, (now) => with_(now as TLNoteShape)))
  }

  const acts: Record<string, (person: Traveller) => void> = {
    make({ peer }) {
      made += 1
      const note = aNote(`n${made}`, {
        text: '',
        x: random.upTo(2000),
        y: random.upTo(2000),
        index: `a${random.upTo(9) + 1}`,
      })
      peer.act((store) => void store.put([note as TLRecord]))
    },
    move: ({ peer }) => change(peer, (note) => ({ ...note, x: random.upTo(2000), y: random.upTo(2000) })),
    reparent({ peer }) {
      const parent = someNote(peer)
      change(peer, (note) =>
        parent && parent.id !== note.id && parent.parentId === 'page:page'
          ? { ...note, parentId: random.upTo(2) === 0 ? parent.id : ('page:page' as TLShapeId), x: 1, y: 1 }
          : note,
      )
    },
    restyle: ({ peer }) =>
      change(peer, (note) => ({
        ...note,
        opacity: random.upTo(10) / 10,
        props: { ...note.props, color: random.pick(['red', 'blue', 'green'] as const) ?? 'red' },
      })),
    type: ({ peer }) =>
      change(peer, (note) => {
        const words = wordsOf(note)
        const at = random.upTo(words.length + 1)
        const text = `${words.slice(0, at)}${random.pick(['a', 'b', ' ', '\n', 'zorg']) ?? 'c'}${words.slice(at + random.upTo(2))}`
        return { ...note, props: { ...note.props, richText: toRichText(text) } }
      }),
    remove({ peer }) {
      const note = someNote(peer)
      if (note) peer.act((store) => store.remove([note.id]))
    },
    undo: ({ peer }) => peer.undo(),
    redo: ({ peer }) => peer.redo(),
    drag({ peer }) {
      const note = someNote(peer)
      if (!note) return
      peer.binding.beginGesture()
      for (let step = 0; step < 5; step++)
        peer.store.update(note.id, (now) => ({ ...(now as TLNoteShape), x: random.upTo(2000) }) as TLNoteShape)
      if (random.upTo(2) === 0) deliver(people.find((person) => person.peer === peer) as Traveller, random)
      peer.binding.endGesture()
    },
    dropOff(person) {
      person.online = false
    },
    comeBack(person) {
      if (person.online) return
      person.online = true
      if (random.upTo(2) === 0) return
      // A page that was reloaded: the same state, a new document and client id.
      const state = Y.encodeStateAsUpdate(person.peer.doc)
      person.peer.stop()
      person.peer = arrive(state)
      person.peer.doc.on('update', send(person))
    },
    receive: (person) => person.online && deliver(person, random),
  }
  const names = Object.keys(acts)
  for (let step = 0; step < STEPS; step++) {
    const person = random.pick(people) as Traveller
    acts[random.pick(names) as string]?.(person)
  }
  for (const person of people) person.online = true
  while (people.some((person) => person.inbox.length > 0)) for (const person of people) deliver(person, random, true)
  return { people, made }
}

function deliver(person: Traveller, random: Random, all = false) {
  const inbox = random.shuffle(person.inbox)
  const now = all ? inbox : inbox.slice(0, random.upTo(inbox.length + 1))
  person.inbox = inbox.slice(now.length)
  for (const update of now) Y.applyUpdate(person.peer.doc, update, 'network')
}

test.each(SEEDS)('boards converge, and what is shown is what is stored, seed %i', (seed) => {
  const { people, made } = simulate(seed)
  expect(made).toBeGreaterThan(0)
  const [first] = people
  if (!first) throw new Error('nobody came')
  const rebuilt = new Y.Doc()
  Y.applyUpdateV2(rebuilt, Y.encodeStateAsUpdateV2(first.peer.doc))
  expect(readBoard(rebuilt).setAside).toEqual([])
  for (const { peer } of people) {
    expect(peer.doc.store.pendingStructs).toBeNull()
    expect(peer.shown()).toEqual(first.peer.shown())
    expect(peer.stored()).toEqual(peer.shown())
    expect(peer.setAside).toEqual([])
    peer.stop()
  }
})
