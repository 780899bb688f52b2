import type { TLNoteShape } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import { regionHolds } from '../../shared/dossier/layout.ts'
import { recordsMap, writeRecords } from '../../shared/records/doc.ts'
import type { RegionShape } from '../../shared/records/region.ts'
import { aNote } from '../support/records.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

/** Somebody at a table with the opgave circle, who lays notes by program in a region of it. */
async function atTheCircle() {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { token } = await sit(server, board, 'participant')
  const { doc, synced } = aStockClient(server, board.id, token)
  await synced()
  const read = async (what: string) => (await ask(server, 'GET', `/api/v1/boards/${board.id}/${what}`, { token })).body
  const { records } = await read('records')
  const noteIn = (slot: string, id: string, meta: TLNoteShape['meta'] = {}) => {
    const region: RegionShape = records.find((record: RegionShape) => record.props?.slot === slot)
    const point = somewhereIn(region)
    return aNote(id, { at: [region.x + point.x, region.y + point.y], parentId: region.parentId, meta })
  }
  const answersIn = async (slot: string) => {
    const { regions } = await read('dossier')
    return regions.find((region: { slot: string }) => region.slot === slot).answers
  }
  return { doc, noteIn, answersIn }
}

function somewhereIn(region: RegionShape): { x: number; y: number } {
  const { w, h } = region.props
  for (let x = 5; x < w; x += 10) for (let y = 5; y < h; y += 10) if (regionHolds(region, { x, y })) return { x, y }
  throw new Error('a region without room')
}

test('the dossier tells what each note is: what its place asks for, or what somebody chose', async () => {
  const { doc, noteIn, answersIn } = await atTheCircle()
  const slot = 'opgave.kwetsbaarheden'
  writeRecords(doc, [
    noteIn(slot, 'a'),
    noteIn(slot, 'b', { kind: 'fact', source: 'GGD 2025', owner: 'Wijkteam' }),
    noteIn(slot, 'c', { kind: 'action', owner: 'Wijkteam', due: '2026-05-12' }),
    noteIn(slot, 'd', { kind: 'treasure', due: { toString: 1 } }),
  ])
  await until(async () =>
    expect(await answersIn(slot)).toEqual([
      expect.objectContaining({ noteId: 'shape:a', kind: 'vulnerability' }),
      { noteId: 'shape:b', text: 'b', by: null, party: null, kind: 'fact', source: 'GGD 2025' },
      { noteId: 'shape:c', text: 'c', by: null, party: null, kind: 'action', owner: 'Wijkteam', due: '2026-05-12' },
      expect.objectContaining({ noteId: 'shape:d', kind: 'vulnerability' }),
    ]),
  )

  const [moved, chosen] = [noteIn('opgave.krachten', 'a'), noteIn('opgave.krachten', 'b')]
  doc.transact(() => {
    for (const { id, x, y, parentId, index } of [moved, chosen])
      recordsMap(doc).get(id)?.set('at', [x, y, parentId, index])
  })
  await until(async () =>
    expect((await answersIn('opgave.krachten')).map(({ kind }: { kind: string }) => kind)).toEqual([
      'strength',
      'fact',
    ]),
  )
})
