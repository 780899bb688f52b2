import { toRichText } from '@tldraw/tlschema'
import type { TLNoteShape, TLRecord, TLShapeId, TLStore } from 'tldraw'
import { expect, onTestFinished } from 'vitest'
import { aPeer, type Peer, seededUpdate, sync } from './peers.ts'
import { aNote, wordsOf } from './records.ts'

/** Yjs breaks ties by client id, so what two people do at once is tried in both orders: `describe.each(BOTH_ORDERS)`. */
export const BOTH_ORDERS: [string, number, number][] = [
  ['Ada has the lower id', 1, 2],
  ['Bo has the lower id', 2, 1],
]

export const NOTE = 'shape:note' as TLShapeId

// What one of them does, for `act`.
export const put =
  (...records: unknown[]) =>
  (store: TLStore): void =>
    void store.put(records as TLRecord[])
export const remove =
  (...ids: string[]) =>
  (store: TLStore): void =>
    store.remove(ids as TLRecord['id'][])
export const change =
  (alter: (note: TLNoteShape) => TLNoteShape, id = NOTE) =>
  (store: TLStore): void =>
    void store.update(id, (note) => alter(note as TLNoteShape))
export const moveTo = (x: number, y = 0) => change((note) => ({ ...note, x, y }))
export const paint = (color: TLNoteShape['props']['color']) =>
  change((note) => ({ ...note, props: { ...note.props, color } }))
export const write = (text: string) =>
  change((note) => ({ ...note, props: { ...note.props, richText: toRichText(text) } }))

// What one of them sees.
export const noteOf = (peer: Peer): TLNoteShape | undefined => peer.store.get(NOTE) as TLNoteShape | undefined
export const textOf = (peer: Peer): string | undefined => {
  const note = noteOf(peer)
  return note && wordsOf(note)
}
export const placeOf = (peer: Peer): unknown[] | undefined => {
  const note = noteOf(peer)
  return note && [note.x, note.y, note.parentId]
}
export const shows = (peer: Peer, id: string): boolean => peer.store.has(id as TLRecord['id'])

/** Two people at a table where one note lies; both have all. */
export function twoPeople(idOfA: number, idOfB: number, text = 'Een huis') {
  const seed = seededUpdate()
  const [a, b] = [aPeer(seed, idOfA), aPeer(seed, idOfB)]
  onTestFinished(() => {
    a.stop()
    b.stop()
  })
  a.act(put(aNote('note', { x: 0, y: 0, text })))
  sync(a, b)
  return {
    a,
    b,
    /** Both get what the other did. */
    exchange: () => sync(a, b),
    /** The same for the last time: now both show one and the same, and so would a newcomer. */
    meet() {
      sync(a, b)
      expect(a.shown()).toEqual(b.shown())
      expect(a.stored()).toEqual(a.shown())
      expect(b.stored()).toEqual(b.shown())
      expect([a.setAside, b.setAside]).toEqual([[], []])
    },
  }
}
