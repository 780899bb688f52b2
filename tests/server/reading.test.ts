import { expect, test } from 'vitest'
import { aBoard, aServer, ask, sit } from '../support/server.ts'

test('who reads a table over and over is told to wait; the others read on', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [one, other] = [await sit(server, board, 'viewer'), await sit(server, board, 'participant')]
  const read = (token: string, what: 'records' | 'dossier') =>
    ask(server, 'GET', `/api/v1/boards/${board.id}/${what}`, { token })
  const answers = []
  for (let count = 0; count < 130; count++) answers.push(await read(one.token, count % 2 === 0 ? 'records' : 'dossier'))
  expect(answers[0]?.status).toBe(200)
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { type: '/problems/too-many' } })
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await read(other.token, 'dossier')).status).toBe(200)
})
