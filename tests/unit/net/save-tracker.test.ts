import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { SaveTracker } from '../../../client/net/save-tracker.ts'

let doc: Y.Doc
let tracker: SaveTracker
let edits = 0
const edit = () => doc.getMap('r').set('a', edits++)
const onDisk = (source: Y.Doc, frames: number) => ({ stateVector: Y.encodeStateVector(source), frames })

beforeEach(() => {
  doc = new Y.Doc()
  tracker = new SaveTracker()
})

describe('a change is saved', () => {
  test('only when its frame and its state are both on disk', () => {
    edit()
    tracker.sent(false)
    tracker.changed(doc, true)
    expect(tracker.saved(onDisk(new Y.Doc(), 1))).toBe(false)
    expect(tracker.saved(onDisk(doc, 0))).toBe(false)
    expect(tracker.pending).toBe(1)
    expect(tracker.saved(onDisk(doc, 1))).toBe(true)
    expect(tracker.pending).toBe(0)
  })

  test('not before the frame of a deletion is, though the state vector is the same', () => {
    edit()
    tracker.sent(false)
    tracker.changed(doc, true)
    const before = Y.encodeStateVector(doc)
    doc.getMap('r').delete('a')
    expect(Y.encodeStateVector(doc)).toEqual(before)
    tracker.sent(false)
    tracker.changed(doc, true)
    expect(tracker.saved(onDisk(doc, 1))).toBe(false)
    expect(tracker.saved(onDisk(doc, 2))).toBe(true)
  })

  test('after a lost connection only when the next one has carried it again', () => {
    edit()
    tracker.sent(false)
    tracker.changed(doc, true)
    tracker.disconnected()
    expect(tracker.saved(onDisk(doc, 0))).toBe(false)
    tracker.sent(true)
    expect(tracker.saved(onDisk(doc, 1))).toBe(true)
  })
})

test('changes made without a connection all travel with sync step 2', () => {
  edit()
  tracker.changed(doc, false)
  edit()
  tracker.changed(doc, false)
  expect(tracker.pending).toBe(2)
  tracker.sent(true)
  expect(tracker.saved(onDisk(doc, 1))).toBe(true)
})

test('an ordinary update does not carry what was made before it without a connection', () => {
  edit()
  tracker.changed(doc, false)
  edit()
  tracker.sent(false)
  tracker.changed(doc, true)
  expect(tracker.saved(onDisk(doc, 1))).toBe(false)
  expect(tracker.pending).toBe(1)
})

test('DUR6 SAV3 work found on the device counts as unsaved until the server has all of it', () => {
  edit()
  tracker.found(doc)
  expect(tracker.pending).toBe(1)
  tracker.sent(true)
  expect(tracker.saved(onDisk(doc, 1))).toBe(true)
})

test('what is on disk is told apart from what came after it, by number', () => {
  edit()
  tracker.sent(false)
  tracker.changed(doc, true, 1)
  const first = onDisk(doc, 1)
  edit()
  tracker.sent(false)
  tracker.changed(doc, true, 2)
  expect(tracker.saved(first)).toBe(false)
  expect([tracker.pending, tracker.through]).toEqual([1, 1])
  expect(tracker.saved(onDisk(doc, 2))).toBe(true)
  expect(tracker.through).toBe(2)
})
