import { expect, test } from 'vitest'
import { CloseReason } from '../../shared/close-reasons.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aRawSocket, until } from '../support/sockets.ts'

const seen = async (server: { url: string }, boardId: string, token: string) =>
  (await ask(server, 'GET', `/api/v1/boards/${boardId}`, { token })).status

test('CLS3 a renewed link shows out who came by it, and by its code, but not the one who renews', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const byLink = await sit(server, board, 'participant')
  const byCode = await ask(server, 'POST', `/api/v1/boards/${board.id}/join`, { body: { code: board.code } })
  const watching = await sit(server, board, 'viewer')
  const facilitator = await sit(server, board, 'facilitator')
  const sockets = [byLink.token, byCode.body.token].map((token) => aRawSocket(server, board.id, { token }))
  await Promise.all(sockets.map((socket) => until(() => expect(socket.frames.length).toBeGreaterThan(0))))

  const path = `/api/v1/boards/${board.id}/links/participant/renewal`
  const renewed = await ask(server, 'POST', path, { token: facilitator.token })
  expect(renewed.status).toBe(200)
  expect(renewed.body.code).not.toBe(board.code)
  for (const socket of sockets)
    expect(await socket.closed).toEqual({ code: CloseReason.shownOut, reason: 'link renewed' })
  expect(await Promise.all([byLink.token, byCode.body.token].map((token) => seen(server, board.id, token)))).toEqual([
    401, 401,
  ])
  expect(await Promise.all([watching.token, facilitator.token].map((token) => seen(server, board.id, token)))).toEqual([
    200, 200,
  ])

  const join = (body: unknown) => ask(server, 'POST', `/api/v1/boards/${board.id}/join`, { body })
  expect((await join({ secret: board.secrets.participant })).status).toBe(403)
  expect((await join({ code: board.code })).status).toBe(403)
  expect((await join({ secret: renewed.body.links.participant.split('#')[1] })).status).toBe(200)
})

test('who renews the facilitators’ own link stays, and the other facilitators go', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [one, other] = [await sit(server, board, 'facilitator'), await sit(server, board, 'facilitator')]
  await ask(server, 'POST', `/api/v1/boards/${board.id}/links/facilitator/renewal`, { token: one.token })
  expect([await seen(server, board.id, one.token), await seen(server, board.id, other.token)]).toEqual([200, 401])
})

test('CLS3 one person is shown out on all their lines; the others stay', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const facilitator = await sit(server, board, 'facilitator')
  const going = await sit(server, board, 'participant', { name: 'Noor' })
  const staying = await sit(server, board, 'participant')
  const lines = [1, 2].map(() => aRawSocket(server, board.id, { token: going.token }))
  const stays = aRawSocket(server, board.id, { token: staying.token })
  await until(() => expect([...lines, stays].every(({ frames }) => frames.length > 0)).toBe(true))

  const path = `/api/v1/boards/${board.id}/people/${going.participantId}`
  expect((await ask(server, 'DELETE', path, { token: facilitator.token })).status).toBe(204)
  for (const line of lines) expect((await line.closed).code).toBe(CloseReason.shownOut)
  expect(stays.socket.readyState).toBe(stays.socket.OPEN)
  const people = await ask(server, 'GET', `/api/v1/boards/${board.id}/people`, { token: facilitator.token })
  expect(people.body).toContainEqual({
    participantId: going.participantId,
    name: 'Noor',
    party: null,
    role: 'participant',
    here: false,
  })
  const again = aRawSocket(server, board.id, { token: going.token })
  expect((await again.closed).code).toBe(CloseReason.noAccess)
})
