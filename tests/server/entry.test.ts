import { expect, test } from 'vitest'
import { LIMITS } from '../../shared/limits.ts'
import { aBoard, aServer, ask, sit, type TestBoard, type TestServer, type Told } from '../support/server.ts'

const join = (server: TestServer, board: Pick<TestBoard, 'id'>, body: unknown) =>
  ask(server, 'POST', `/api/v1/boards/${board.id}/join`, { body })
const look = (server: TestServer, body: unknown) => ask(server, 'POST', '/api/v1/invitations', { body })

/** A code that is not the table's. */
const anotherCode = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
const wrongSecret = (secret: string) => `${secret[0] === 'A' ? 'B' : 'A'}${secret.slice(1)}`

const asSeen = ({ status, body, headers }: Told) => ({
  status,
  body,
  headers: [...headers].filter(([name]) => !['date', 'keep-alive'].includes(name)),
})

test('a wrong secret, a wrong code, a closed door, a full table and no table at all are one and the same answer', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const closed = await aBoard(server)
  const { token } = await sit(server, closed, 'facilitator')
  await ask(server, 'PATCH', `/api/v1/boards/${closed.id}`, { token, body: { doorOpen: false } })
  const full = await aBoard(server)
  for (let seats = 0; seats < LIMITS.peoplePerBoard; seats++) await sit(server, full, 'participant')

  const answers = await Promise.all([
    join(server, board, { secret: wrongSecret(board.secrets.participant) }),
    join(server, board, { secret: closed.secrets.participant }),
    join(server, board, { code: anotherCode(board.code) }),
    join(server, board, { code: closed.code }),
    join(server, closed, { code: closed.code }),
    join(server, full, { secret: full.secrets.participant }),
    join(server, full, { code: full.code }),
    join(server, { id: 'nosuchtable1' }, { secret: board.secrets.participant }),
    join(server, { id: 'nosuchtable1' }, { code: board.code }),
    look(server, { boardId: 'nosuchtable1', secret: board.secrets.participant }),
    look(server, { code: closed.code }),
  ])
  const [first, ...others] = answers.map(asSeen)
  expect(first).toMatchObject({ status: 403, body: { type: '/problems/no-entry' } })
  for (const other of others) expect(other).toEqual(first)
  expect((await join(server, full, { secret: full.secrets.facilitator })).status).toBe(200)
})

test('the code lets in participants while the door is open', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'facilitator')
  const openDoor = (doorOpen: boolean) =>
    ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { token, body: { doorOpen } })
  expect((await join(server, board, { code: board.code })).body.role).toBe('participant')
  await openDoor(false)
  expect((await join(server, board, { code: board.code })).status).toBe(403)
  expect((await join(server, board, { secret: board.secrets.participant })).status).toBe(200)
  await openDoor(true)
  expect((await join(server, board, { code: board.code })).status).toBe(200)
})

test('an invitation tells how many are in and which parties there are, and nothing about people', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  await sit(server, board, 'participant', { name: 'Fatima', party: 'ggz' })
  const { body } = await look(server, { boardId: board.id, secret: board.secrets.viewer })
  expect(body).toEqual({
    boardId: board.id,
    title: 'Uitstroming',
    locale: 'nl',
    role: 'viewer',
    people: 0,
    parties: [{ id: 'party:ggz', name: 'GGZ', kind: 'ggz', icon: 'brain', seat: 9 }],
  })
})

test('a room of sixty behind one address comes in by code, with a mistyped one for every third', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const tries = Array.from({ length: 60 }, async (_, person) => {
    if (person % 3 === 0)
      expect((await join(server, board, { code: anotherCode(board.code, person + 1) })).status).toBe(403)
    return (await join(server, board, { code: board.code })).status
  })
  expect(new Set(await Promise.all(tries))).toEqual(new Set([200]))
})

test('who goes on guessing is refused for a while, even with the right code, and told how long', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const guesses: Told[] = []
  for (let guess = 1; guess <= 60; guess++) guesses.push(await look(server, { code: anotherCode(board.code, guess) }))
  const firstRefusal = guesses.findIndex(({ status }) => status === 429)
  expect(firstRefusal).toBeGreaterThan(20)
  expect(guesses.slice(firstRefusal).every(({ status }) => status === 429)).toBe(true)
  const right = await join(server, board, { code: board.code })
  expect(right).toMatchObject({ status: 429, body: { type: '/problems/too-many' } })
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await join(server, board, { secret: board.secrets.participant })).status).toBe(200)
})

test('guesses from many addresses at one table are stopped together', async () => {
  const server = await aServer({ config: { trustProxy: 1, organiserKey: 'a-key-of-many-words' } })
  const make = await ask(server, 'POST', '/api/v1/boards', { body: { title: 'T' }, token: 'a-key-of-many-words' })
  const { id, code } = make.body
  const statuses: number[] = []
  for (let guess = 1; guess <= 150; guess++) {
    const headers = { 'x-forwarded-for': `10.0.${guess}.7` }
    const body = { code: anotherCode(code, guess) }
    statuses.push((await ask(server, 'POST', `/api/v1/boards/${id}/join`, { body, headers })).status)
  }
  expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(100)
  expect(statuses.at(-1)).toBe(429)
})

test('making tables is free on this machine only, and asks for the key elsewhere', async () => {
  const make = (server: TestServer, headers: Record<string, string> = {}, token?: string) =>
    ask(server, 'POST', '/api/v1/boards', { body: { title: 'T' }, headers, token }).then(({ status }) => status)
  const here = await aServer({ config: { organiserKey: 'a-key-of-many-words' } })
  expect(await make(here)).toBe(201)
  expect(await make(here, { 'x-forwarded-for': '10.0.0.1' })).toBe(401)
  expect(await make(here, { origin: 'http://elsewhere.example' })).toBe(403)
  expect(await make(here, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  const elsewhere = await aServer({ config: { isLoopback: false, organiserKey: 'a-key-of-many-words' } })
  expect(await make(elsewhere)).toBe(401)
  expect(await make(elsewhere, {}, 'a-key-of-other-words')).toBe(401)
  expect(await make(elsewhere, {}, 'a-key-of-many-words')).toBe(201)
  const keyless = await aServer({ config: { isLoopback: false } })
  expect(await make(keyless, {}, 'undefined')).toBe(401)
})

test('making tables without end is stopped', async () => {
  const server = await aServer()
  const statuses: number[] = []
  for (let count = 0; count < 101; count++) {
    statuses.push((await ask(server, 'POST', '/api/v1/boards', { body: { title: 'T' } })).status)
  }
  expect(statuses.at(-2)).toBe(201)
  expect(statuses.at(-1)).toBe(429)
})
