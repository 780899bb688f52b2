import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aRawSocket, aStockClient, until } from '../support/sockets.ts'

test('log lines tell what happened and nothing about people, texts, secrets or addresses', async () => {
  const server = await aServer()
  const board = await aBoard(server, { title: 'Uitstroming Rozenhof', templates: ['opgave-circle'] })
  const { token, participantId } = await sit(server, board, 'facilitator', {
    name: 'Fatima',
    party: 'Buurthuis De Kamer',
  })
  const client = aStockClient(server, board.id, token)
  await client.synced()
  writeNote(client.doc, 'geheim', 'huurachterstand')
  await ask(server, 'POST', '/api/v1/invitations', { body: { code: board.code } })
  await ask(server, 'POST', '/api/v1/boards', {
    binary: { bytes: Buffer.from('{"title":"Lekkage'), type: 'application/json' },
  })
  await ask(server, 'GET', `/api/v1/boards/${board.id}/records?token=${token}`)
  await ask(server, 'GET', `/api/v1/boards/${board.id}/Wanhoop`, { token })
  const hostile = aRawSocket(server, board.id, { token })
  await hostile.opened
  hostile.send('huurachterstand')
  await hostile.closed

  // An error with a stack: what is stored of another table is damaged.
  const broken = await aBoard(server, { title: 'Rozenhof 2' })
  const seat = await sit(server, broken, 'facilitator')
  const db = new DatabaseSync(join(server.dataDir, 'tafel.db'))
  db.prepare('UPDATE updates SET data = ? WHERE board_id = ?').run(Buffer.from('huurachterstand'), broken.id)
  db.close()
  expect((await ask(server, 'GET', `/api/v1/boards/${broken.id}/records`, { token: seat.token })).status).toBe(500)
  expect((await aRawSocket(server, broken.id, { token: seat.token }).closed).code).toBe(1013)

  await until(() => expect(server.log()).toContain('open-failed'))
  const log = server.log()
  expect(log).toContain('"route":"/api/v1/boards/:id/join"')
  const never = [
    'Rozenhof',
    'Fatima',
    'Buurthuis',
    'huurachterstand',
    'Lekkage',
    'Wanhoop',
    '127.0.0.1',
    '::1',
    'token=',
  ]
  const secrets = [token, seat.token, board.code, participantId, ...Object.values(board.secrets)]
  for (const word of [...never, ...secrets]) expect(log).not.toContain(word)
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
})

test('DUR4 a table that cannot be read is never an empty table', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const db = new DatabaseSync(join(server.dataDir, 'tafel.db'))
  db.prepare('DELETE FROM updates WHERE board_id = ?').run(board.id)
  db.close()
  const socket = aRawSocket(server, board.id, { token })
  expect((await socket.closed).code).toBe(1013)
  expect(socket.frames).toEqual([])
  expect((await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token })).status).toBe(500)
})
