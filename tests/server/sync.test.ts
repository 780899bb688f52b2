import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasNote, writeNote as note, noteIds, textOf, wordsIn } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { appendToLog } from '../support/stored.ts'

test('CNV1 CNV3 two stock clients write notes, type in one of them together, and converge; /records shows the same', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [sam, noor] = [await sit(server, board, 'participant'), await sit(server, board, 'facilitator')]
  const [a, b] = [aStockClient(server, board.id, sam.token), aStockClient(server, board.id, noor.token)]
  await Promise.all([a.synced(), b.synced()])

  for (let count = 0; count < 20; count++) {
    note(a.doc, `a${count}`, `van Sam ${count}`, [count * 10, 0])
    note(b.doc, `b${count}`, `van Noor ${count}`, [0, count * 10])
  }
  note(a.doc, 'samen', 'wij')
  await until(() => expect([hasNote(b.doc, 'samen'), noteIds(a.doc).length]).toEqual([true, 41]))
  for (const letter of ' delen') textOf(a.doc, 'samen').insert(textOf(a.doc, 'samen').length, letter)
  for (const letter of 'hoe ') textOf(b.doc, 'samen').insert('hoe '.indexOf(letter), letter)

  await until(() => {
    expect(wordsIn(a.doc, 'samen')).toBe('hoe wij delen')
    expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc))
  })
  expect(a.doc.getMap('r').toJSON()).toEqual(b.doc.getMap('r').toJSON())
  const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token: sam.token })
  const notes = body.records.filter((record: { type?: string }) => record.type === 'note')
  expect(notes.map((record: { id: string }) => record.id.slice('shape:'.length)).sort()).toEqual(noteIds(a.doc))
  expect(notes.find((record: { id: string }) => record.id === 'shape:samen').props.richText).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hoe wij delen' }] }],
  })
})

test('GRD8 a viewer’s writes reach nobody, and the viewer goes on seeing the others', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [watching, sam] = [await sit(server, board, 'viewer'), await sit(server, board, 'participant')]
  const [viewer, writer] = [aStockClient(server, board.id, watching.token), aStockClient(server, board.id, sam.token)]
  await Promise.all([viewer.synced(), writer.synced()])
  note(viewer.doc, 'stil', 'hoort niemand')
  note(writer.doc, 'luid', 'hoort ieder')
  await until(() => expect(hasNote(viewer.doc, 'luid')).toBe(true))
  const late = aStockClient(server, board.id, sam.token)
  await late.synced()
  expect([noteIds(writer.doc), noteIds(late.doc)]).toEqual([['luid'], ['luid']])
  expect(viewer.closes).toEqual([])
  const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token: watching.token })
  expect(JSON.stringify(body)).not.toContain('hoort niemand')
})

test('AWR2 stock clients hear of each other, and of who has gone', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [sam, noor] = [await sit(server, board, 'participant'), await sit(server, board, 'viewer')]
  const [a, b] = [aStockClient(server, board.id, sam.token), aStockClient(server, board.id, noor.token)]
  await Promise.all([a.synced(), b.synced()])
  b.provider.awareness.setLocalStateField('who', { id: noor.participantId })
  await until(() =>
    expect(a.provider.awareness.getStates().get(b.doc.clientID)).toMatchObject({ who: { id: noor.participantId } }),
  )
  const here = async () => (await ask(server, 'GET', `/api/v1/boards/${board.id}/people`, { token: sam.token })).body
  expect((await here()).map((person: { here: boolean }) => person.here)).toEqual([true, true])
  b.provider.disconnect()
  await until(() => expect(a.provider.awareness.getStates().has(b.doc.clientID)).toBe(false))
  await until(async () => expect((await here()).map((person: { here: boolean }) => person.here)).toEqual([true, false]))
})

test('CNV8 a record that does not parse is set aside and named; the rest of the table shows', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const sam = await sit(server, board, 'participant')
  await server.close()
  await appendToLog(server.dataDir, board.id, (doc) => {
    note(doc, 'goed', 'deze is goed')
    note(doc, 'fout', 'deze niet')
    doc.getMap<Y.Map<unknown>>('r').get('shape:fout')?.set('p.size', 'reusachtig')
  })
  const again = await aServer({ dataDir: server.dataDir })
  const read = (what: string) => ask(again, 'GET', `/api/v1/boards/${board.id}/${what}`, { token: sam.token })
  const { body: whole } = await read('records')
  expect(whole.setAside.map((aside: { id: string }) => aside.id)).toEqual(['shape:fout'])
  expect(whole.records.map((record: { id: string }) => record.id)).toContain('shape:goed')
  const { body } = await read('dossier')
  expect(body.loose.map((answer: { text: string }) => answer.text)).toEqual(['deze is goed'])
})

test('GRD5 what the document says about itself is put back when somebody writes over it', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await sit(server, board, 'participant')
  const client = aStockClient(server, board.id, sam.token)
  await client.synced()
  const meta = client.doc.getMap('meta')
  meta.set('board', 'somebodyelse')
  meta.set('layout', 99)
  meta.set('extra', true)
  await until(() => expect([meta.get('board'), meta.get('layout'), meta.has('extra')]).toEqual([board.id, 1, false]))
  await server.close()
  const again = await aServer({ dataDir: server.dataDir })
  expect((await ask(again, 'GET', `/api/v1/boards/${board.id}/records`, { token: sam.token })).status).toBe(200)
})

test('a new name of the table stands in its document too', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'facilitator')
  const client = aStockClient(server, board.id, token)
  await client.synced()
  const changed = await ask(server, 'PATCH', `/api/v1/boards/${board.id}`, {
    token,
    body: { title: ' Wonen en zorg ' },
  })
  expect(changed.body.title).toBe('Wonen en zorg')
  const named = () => client.doc.getMap<Y.Map<unknown>>('r').get('document:document')?.get('name')
  await until(() => expect(named()).toBe('Wonen en zorg'))
})

test('a plate that the facilitator lays is on everybody’s table', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { token } = await sit(server, board, 'facilitator')
  const client = aStockClient(server, board.id, token)
  await client.synced()
  const laid = await ask(server, 'POST', `/api/v1/boards/${board.id}/sheets`, {
    token,
    body: { template: 'three-domains' },
  })
  expect(laid.status).toBe(201)
  await until(() => expect(client.doc.getMap('r').has(laid.body.sheetId)).toBe(true))
  const unknown = await ask(server, 'POST', `/api/v1/boards/${board.id}/sheets`, {
    token,
    body: { template: 'unknown' },
  })
  expect(unknown.body.errors).toEqual([{ field: 'template', detail: 'There is no plate "unknown".' }])
})

test('everything is found again after a restart, links and seats included', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['stakeholder-map'] })
  const sam = await sit(server, board, 'participant', { name: 'Sam', party: 'gemeente' })
  const client = aStockClient(server, board.id, sam.token)
  await client.synced()
  for (let count = 0; count < 60; count++) note(client.doc, `n${count}`, 'blijft')
  const path = `/api/v1/boards/${board.id}/records`
  await until(async () =>
    expect(JSON.stringify((await ask(server, 'GET', path, { token: sam.token })).body)).toContain('shape:n59'),
  )
  const before = (await ask(server, 'GET', path, { token: sam.token })).body
  await server.close()
  expect(client.closes[0]?.code).toBe(1012)
  const again = await aServer({ dataDir: server.dataDir })
  expect((await ask(again, 'GET', path, { token: sam.token })).body).toEqual(before)
  await sit(again, board, 'facilitator')
})
