import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import { Frame, type PutBack, readPutBack, readSettings } from '../../shared/sync/messages.ts'
import { hasNote, textOf, wordsIn, writeNote } from '../support/layout-one.ts'
import { aSavingClient } from '../support/saving-client.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

const recordOf = (doc: Y.Doc, id: string) => doc.getMap<Y.Map<unknown>>('r').get(id)
const sheetIn = (doc: Y.Doc) =>
  [...doc.getMap<Y.Map<unknown>>('r')].find(([, map]) => (map.get('t') as string[])[1] === 'sheet')?.[0] ?? ''

/** A table with a plate, a facilitator and a participant, each with a stock client that is in sync. */
async function aRoom() {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const seats = { ria: await sit(server, board, 'facilitator'), sam: await sit(server, board, 'participant') }
  const ria = aStockClient(server, board.id, seats.ria.token)
  const sam = aStockClient(server, board.id, seats.sam.token)
  await Promise.all([ria.synced(), sam.synced()])
  return { server, board, seats, ria, sam }
}

/** A client that hears what the server says of its edits and of the table. */
function aListeningClient(server: { url: string }, boardId: string, token: string) {
  const { doc, provider } = aSavingClient(server, boardId, token)
  const putBack: PutBack[] = []
  const settings: (ParticipantsMay | undefined)[] = []
  provider.messageHandlers[Frame.putBack] = (_encoder, decoder) => void putBack.push(readPutBack(decoder))
  provider.messageHandlers[Frame.settings] = (_encoder, decoder) => void settings.push(readSettings(decoder))
  return { doc, provider, putBack, settings }
}

test('GRD1 GRD2 a participant cannot move or remove a plate: the plate stays for all and comes back for who tried', async () => {
  const { ria, sam } = await aRoom()
  const sheet = sheetIn(sam.doc)
  const before = recordOf(ria.doc, sheet)?.get('at')
  const seen: unknown[] = []
  ria.doc.getMap('r').observeDeep(() => seen.push(recordOf(ria.doc, sheet)?.get('at')))
  recordOf(sam.doc, sheet)?.set('at', [-5_000, 0, 'page:page', 'a1'])
  await until(() => expect(recordOf(sam.doc, sheet)?.get('at')).toEqual(before))
  sam.doc.getMap('r').delete(sheet)
  await until(() => expect(recordOf(sam.doc, sheet)?.get('at')).toEqual(before))
  expect(recordOf(ria.doc, sheet)?.toJSON()).toEqual(recordOf(sam.doc, sheet)?.toJSON())
  expect(seen.every((at) => JSON.stringify(at) === JSON.stringify(before))).toBe(true)
  expect(sam.closes).toEqual([])
})

test('GRD2 a facilitator moves the same plate', async () => {
  const { ria, sam } = await aRoom()
  const sheet = sheetIn(ria.doc)
  recordOf(ria.doc, sheet)?.set('at', [40, 0, 'page:page', 'a1'])
  await until(() => expect(recordOf(sam.doc, sheet)?.get('at')).toEqual([40, 0, 'page:page', 'a1']))
})

test('GRD6 nobody signs for another; a note that comes back keeps its author', async () => {
  const { ria, sam, seats } = await aRoom()
  writeNote(ria.doc, 'eigen', 'van Ria', [0, 0], { by: seats.ria.participantId })
  writeNote(sam.doc, 'vals', 'ook van Ria', [0, 0], { by: seats.ria.participantId })
  await until(() => expect(['eigen', 'vals'].every((id) => hasNote(sam.doc, id) && hasNote(ria.doc, id))).toBe(true))
  await until(() => expect(recordOf(sam.doc, 'shape:vals')?.has('m.by')).toBe(false))
  recordOf(sam.doc, 'shape:eigen')?.delete('m.by')
  await until(() => expect(recordOf(sam.doc, 'shape:eigen')?.get('m.by')).toBe(seats.ria.participantId))
  sam.doc.getMap('r').delete('shape:eigen')
  await until(() => expect(hasNote(ria.doc, 'eigen')).toBe(false))
  writeNote(sam.doc, 'eigen', 'van Ria', [0, 0], { by: seats.ria.participantId })
  await until(() => expect(recordOf(ria.doc, 'shape:eigen')?.get('m.by')).toBe(seats.ria.participantId))
})

test('GRD6 what somebody took away themselves comes back under their name only from their own hand', async () => {
  const { ria, sam, seats } = await aRoom()
  writeNote(ria.doc, 'weg', 'van Ria', [0, 0], { by: seats.ria.participantId })
  await until(() => expect(hasNote(sam.doc, 'weg')).toBe(true))
  ria.doc.getMap('r').delete('shape:weg')
  await until(() => expect(hasNote(sam.doc, 'weg')).toBe(false))
  writeNote(sam.doc, 'weg', 'dit zei Ria niet', [0, 0], { by: seats.ria.participantId })
  await until(() => expect(hasNote(ria.doc, 'weg')).toBe(true))
  expect(recordOf(ria.doc, 'shape:weg')?.has('m.by')).toBe(false)
})

test('GRD7 GRD9 GRD10 what participants may do is set by the facilitator, told to all, and kept by the server', async () => {
  const { server, board, seats, ria } = await aRoom()
  const sam = aListeningClient(server, board.id, seats.sam.token)
  await until(() => expect(sam.settings).toEqual(['everything']))
  writeNote(ria.doc, 'van-ria', 'blijft', [0, 0], { by: seats.ria.participantId })
  await until(() => expect(hasNote(sam.doc, 'van-ria')).toBe(true))
  const set = (participantsMay: ParticipantsMay, token = seats.ria.token) =>
    ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { body: { participantsMay }, token })

  expect((await set('deleteOwn')).body.participantsMay).toBe('deleteOwn')
  await until(() => expect(sam.settings.at(-1)).toBe('deleteOwn'))
  sam.doc.getMap('r').delete('shape:van-ria')
  await until(() => expect(sam.putBack).toEqual([{ reason: 'notYours', records: 1 }]))
  await until(() => expect(wordsIn(sam.doc, 'van-ria')).toBe('blijft'))
  textOf(sam.doc, 'van-ria').insert(0, 'het ')
  await until(() => expect(wordsIn(ria.doc, 'van-ria')).toBe('het blijft'))

  await set('own')
  textOf(sam.doc, 'van-ria').insert(0, 'hier ')
  await until(() => expect(sam.putBack).toHaveLength(2))
  await until(() => expect(wordsIn(sam.doc, 'van-ria')).toBe('het blijft'))
  writeNote(sam.doc, 'van-sam', 'mag', [0, 0], { by: seats.sam.participantId })
  await until(() => expect(hasNote(ria.doc, 'van-sam')).toBe(true))

  await set('nothing')
  sam.doc.getMap('r').delete('shape:van-sam')
  await until(() => expect(sam.putBack.at(-1)).toEqual({ reason: 'tableLocked', records: 1 }))
  await until(() => expect(hasNote(sam.doc, 'van-sam')).toBe(true))
  ria.doc.getMap('r').delete('shape:van-sam')
  await until(() => expect(hasNote(sam.doc, 'van-sam')).toBe(false))
  expect((await set('everything', seats.sam.token)).status).toBe(403)
})

test('GRD4 a record that nobody could show is put back, and its writer told', async () => {
  const { server, board, seats, ria } = await aRoom()
  const sam = aListeningClient(server, board.id, seats.sam.token)
  await until(() => expect(sam.provider.synced).toBe(true))
  writeNote(sam.doc, 'n', 'goed')
  await until(() => expect(hasNote(ria.doc, 'n')).toBe(true))
  recordOf(sam.doc, 'shape:n')?.set('p.color', 'zuurstokroze')
  await until(() => expect(sam.putBack).toEqual([{ reason: 'invalid', records: 1 }]))
  await until(() => expect(recordOf(sam.doc, 'shape:n')?.has('p.color')).toBe(false))
  expect(recordOf(ria.doc, 'shape:n')?.toJSON()).toEqual(recordOf(sam.doc, 'shape:n')?.toJSON())
})

test('GRD11 whoever goes on trying is shown out of the room; the table has not changed', async () => {
  const { ria, sam } = await aRoom()
  const sheet = sheetIn(sam.doc)
  const before = recordOf(ria.doc, sheet)?.toJSON()
  for (let count = 0; count < 60 && sam.closes.length === 0; count++) {
    recordOf(sam.doc, sheet)?.set('at', [count, count, 'page:page', 'a1'])
    const isBack = () => JSON.stringify(recordOf(sam.doc, sheet)?.toJSON()) === JSON.stringify(before)
    await until(() => expect(sam.closes.length > 0 || isBack()).toBe(true))
  }
  expect(sam.closes[0]).toEqual({ code: CloseReason.tooMany, reason: 'too many edits that had to be put back' })
  expect(recordOf(ria.doc, sheet)?.toJSON()).toEqual(before)
})
