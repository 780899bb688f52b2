import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { registerSigning } from '../../../client/canvas/signing.ts'
import { aPeer, type Peer, seededUpdate } from '../../support/peers.ts'
import { aNote } from '../../support/records.ts'

let peer: Peer

const openFor = (by: string, party: string | null) => {
  peer = aPeer(seededUpdate())
  registerSigning({ sideEffects: peer.store.sideEffects } as unknown as Editor, { by, party })
}
beforeEach(() => openFor('sam', 'party:gemeente'))
afterEach(() => peer.stop())

const lay = (note: TLShape) => peer.act((store) => store.put([note]))
const metaOf = (id: string) => (peer.store.get(`shape:${id}` as TLShapeId) as TLShape | undefined)?.meta

test('a new note is signed with its maker and their party', () => {
  lay(aNote('a'))
  expect(metaOf('a')).toEqual({ by: 'sam', party: 'party:gemeente' })
})

test('who sits here for nobody signs with a name alone', () => {
  peer.stop()
  openFor('sam', null)
  lay(aNote('a', { by: 'jo', party: 'party:ggz' }))
  expect(metaOf('a')).toEqual({ by: 'sam' })
})

test('a copy is signed by who makes it and keeps what else it says', () => {
  const note = aNote('copy', { by: 'jo', party: 'party:ggz' })
  lay({ ...note, meta: { ...note.meta, kind: 'feit' } })
  expect(metaOf('copy')).toEqual({ by: 'sam', party: 'party:gemeente', kind: 'feit' })
})

test('what somebody else laid stays theirs', () => {
  peer.store.mergeRemoteChanges(() => peer.store.put([aNote('theirs', { by: 'jo', party: 'party:ggz' })]))
  expect(metaOf('theirs')).toEqual({ by: 'jo', party: 'party:ggz' })
})

test('undoing a deletion does not take over a note', () => {
  peer.store.mergeRemoteChanges(() => peer.store.put([aNote('theirs', { by: 'jo', party: 'party:ggz' })]))
  peer.act((store) => store.remove(['shape:theirs' as TLShapeId]))
  expect(metaOf('theirs')).toBeUndefined()
  peer.undo()
  expect(metaOf('theirs')).toEqual({ by: 'jo', party: 'party:ggz' })
})
