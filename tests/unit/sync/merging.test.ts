import { toRichText } from '@tldraw/tlschema'
import type { TLNoteShape, TLRecord, TLShapeId, TLStore } from 'tldraw'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aPeer, type Peer, seededUpdate, sync } from '../../support/peers.ts'
import { aNote, wordsOf } from '../../support/records.ts'

const NOTE = 'shape:note' as TLShapeId
const noteOf = (store: TLStore) => store.get(NOTE) as TLNoteShape | undefined
const textOf = (peer: Peer) => {
  const note = noteOf(peer.store)
  return note && wordsOf(note)
}
const put =
  (...records: unknown[]) =>
  (store: TLStore) =>
    void store.put(records as TLRecord[])
const remove = (store: TLStore) => store.remove([NOTE])
const change = (with_: (note: TLNoteShape) => TLNoteShape) => (store: TLStore) =>
  void store.update(NOTE, (note) => with_(note as TLNoteShape))
const moveTo = (x: number, y = 0) => change((note) => ({ ...note, x, y }))
const paint = (color: TLNoteShape['props']['color']) => change((note) => ({ ...note, props: { ...note.props, color } }))
const write = (text: string) =>
  change((note) => ({
    ...note,
    props: { ...note.props, richText: toRichText(text) },
  }))
const place = (peer: Peer) => {
  const note = noteOf(peer.store)
  return note && [note.x, note.y, note.parentId]
}

let peers: Peer[] = []
afterEach(() => {
  for (const peer of peers) peer.stop()
  peers = []
})

/** Two people at a table with one note; in one order of client ids and the other, since Yjs breaks ties by them. */
describe.each([
  ['Ada has the lower id', 1, 2],
  ['Bo has the lower id', 2, 1],
])('two people, %s', (_name, idOfA, idOfB) => {
  function table(text = 'Een huis'): { a: Peer; b: Peer; meet: () => void } {
    const seed = seededUpdate()
    const a = aPeer(seed, idOfA)
    const b = aPeer(seed, idOfB)
    peers.push(a, b)
    a.act(put(aNote('note', { x: 0, y: 0, text })))
    sync(a, b)
    return {
      a,
      b,
      meet() {
        sync(a, b)
        expect(a.shown()).toEqual(b.shown())
        expect(a.stored()).toEqual(a.shown())
      },
    }
  }

  test('[1] one moves and the other types: both survive', () => {
    const { a, b, meet } = table()
    a.act(moveTo(50))
    b.act(write('Een huis met tuin'))
    meet()
    expect(place(a)).toEqual([50, 0, 'page:page'])
    expect(textOf(a)).toBe('Een huis met tuin')
  })

  test('[1b] one paints and the other moves: both survive', () => {
    const { a, b, meet } = table()
    a.act(paint('blue'))
    b.act(moveTo(70))
    meet()
    expect(noteOf(a.store)?.props.color).toBe('blue')
    expect(place(a)).toEqual([70, 0, 'page:page'])
  })

  test('[2] both type ten characters in one note: none is lost', () => {
    const { a, b, meet } = table('')
    for (let length = 1; length <= 10; length++) {
      a.act(write('abcdefghij'.slice(0, length)))
      b.act(write('0123456789'.slice(0, length)))
    }
    meet()
    expect(
      [...(textOf(a) ?? '')]
        .filter((char) => char !== '\n')
        .sort()
        .join(''),
    ).toBe('0123456789abcdefghij')
  })

  test('[3] one deletes while the other types: the note is gone for both', () => {
    const { a, b, meet } = table()
    a.act(remove)
    b.act(write('te laat'))
    meet()
    expect(noteOf(b.store)).toBeUndefined()
  })

  test('[4] one puts it in a frame while the other moves it: its place is one or the other, never a mix', () => {
    const { a, b, meet } = table()
    a.act(
      put({
        id: 'shape:frame',
        typeName: 'shape',
        type: 'frame',
        x: 900,
        y: 900,
        rotation: 0,
        index: 'a2',
        parentId: 'page:page',
        isLocked: false,
        opacity: 1,
        meta: {},
        props: { w: 100, h: 100, name: '', color: 'black' },
      }),
    )
    sync(a, b)
    a.act(change((note) => ({ ...note, parentId: 'shape:frame' as TLShapeId, x: 5, y: 5 })))
    b.act(moveTo(400, 300))
    meet()
    expect([
      [5, 5, 'shape:frame'],
      [400, 300, 'page:page'],
    ]).toContainEqual(place(a))
  })

  test('[8a] undoing a move keeps what the other typed since', () => {
    const { a, b, meet } = table()
    a.act(moveTo(50))
    sync(a, b)
    b.act(write('Een huis en hulp'))
    sync(a, b)
    a.undo()
    meet()
    expect(place(a)).toEqual([0, 0, 'page:page'])
    expect(textOf(a)).toBe('Een huis en hulp')
  })

  test('[8b] undoing a move leaves the other’s later move alone', () => {
    const { a, b, meet } = table()
    a.act(moveTo(50))
    sync(a, b)
    b.act(moveTo(90))
    sync(a, b)
    a.undo()
    meet()
    expect(place(a)).toEqual([90, 0, 'page:page'])
  })

  test('[8c] undoing a deletion brings the note back', () => {
    const { a, b, meet } = table()
    a.act(remove)
    sync(a, b)
    a.undo()
    meet()
    expect(textOf(b)).toBe('Een huis')
  })

  test('[8d] undoing a colour does not bring back a note that the other deleted', () => {
    const { a, b, meet } = table()
    a.act(paint('green'))
    sync(a, b)
    b.act(remove)
    sync(a, b)
    a.undo()
    meet()
    expect(noteOf(a.store)).toBeUndefined()
  })

  test('[8e] undo of typing takes nothing of what the other typed in the same note', () => {
    const { a, b, meet } = table('')
    a.act(write('samen'))
    sync(a, b)
    b.act(write('samen wonen'))
    sync(a, b)
    a.undo()
    meet()
    expect(textOf(a)).toBe('samen wonen')
  })

  test('[8f] undoing the making of a note that the other changed removes it for both', () => {
    const { a, b, meet } = table()
    b.act(paint('red'))
    sync(a, b)
    a.undo()
    meet()
    expect(noteOf(b.store)).toBeUndefined()
  })

  test('[8g] both move at once and both undo: the note is whole and somewhere it has been', () => {
    const { a, b, meet } = table()
    a.act(moveTo(50))
    b.act(moveTo(90))
    sync(a, b)
    a.undo()
    b.undo()
    meet()
    expect([0, 50, 90]).toContain(noteOf(a.store)?.x)
    expect(a.setAside).toEqual([])
  })

  test('[8h] undo and redo around the other’s typing lose none of it', () => {
    const { a, b, meet } = table()
    a.act(moveTo(50))
    sync(a, b)
    a.undo()
    sync(a, b)
    b.act(write('Een huis, snel'))
    sync(a, b)
    a.redo()
    meet()
    expect(place(a)).toEqual([50, 0, 'page:page'])
    expect(textOf(a)).toBe('Een huis, snel')
  })
})

test('a running gesture is held back, a remote value does not break it, and its end is what counts', () => {
  const seed = seededUpdate()
  const [a, b] = [aPeer(seed), aPeer(seed)]
  peers.push(a, b)
  a.act(put(aNote('note', { x: 0, y: 0, text: '' })))
  sync(a, b)
  const before = Y.encodeStateVector(a.doc)
  a.binding.beginGesture()
  for (let x = 1; x <= 30; x++) moveTo(x)(a.store)
  b.act(moveTo(500))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  expect(place(a)).toEqual([30, 0, 'page:page'])
  expect(Y.encodeStateAsUpdate(a.doc, before).byteLength).toBeLessThan(200)
  a.binding.endGesture()
  sync(a, b)
  expect(place(b)).toEqual([30, 0, 'page:page'])
})
