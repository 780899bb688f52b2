import { expect, test } from 'vitest'
import { CloseReason } from '../../shared/close-reasons.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aRawSocket, refusedWith, until } from '../support/sockets.ts'

test('CLS2 ORD5 who has no seat is told so after the upgrade, and the same for every table', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const elsewhere = await sit(server, await aBoard(server), 'facilitator')
  const attempts = [
    aRawSocket(server, board.id),
    aRawSocket(server, board.id, { token: elsewhere.token }),
    aRawSocket(server, board.id, { token: 'A'.repeat(43) }),
    aRawSocket(server, 'nosuchtable1', { token: elsewhere.token }),
    aRawSocket(server, 'x', { token: elsewhere.token }),
  ]
  for (const attempt of attempts) {
    expect(await attempt.closed).toEqual({ code: CloseReason.noAccess, reason: 'no access' })
    expect(attempt.frames).toEqual([])
  }
})

test('the cookie opens the socket too', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const seated = aRawSocket(server, board.id, {}, { cookie: `other=1; tafel-${board.id}=${token}`, origin: server.url })
  await until(() => expect(seated.frames.length).toBeGreaterThan(0))
})

test('CLS5 a page of another origin is refused before the upgrade, and so is another path', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const path = `/sync/${board.id}?token=${token}`
  expect(await refusedWith(server, path, { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await refusedWith(server, path, { origin: 'null' })).toBe(403)
  expect(await refusedWith(server, '/elsewhere')).toBe(404)
})

test('VER1 VER2 a client of another layout, schema or epoch is told which', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const why = (query: Record<string, string>) => aRawSocket(server, board.id, { token, ...query }).closed
  expect(await why({ layout: '2' })).toEqual({ code: CloseReason.otherSchema, reason: 'layout' })
  expect(await why({ schema: 'ffffffff' })).toEqual({ code: CloseReason.otherSchema, reason: 'schema' })
  expect(await why({ epoch: '2' })).toEqual({ code: CloseReason.otherEpoch, reason: '{"epoch":1}' })
})
