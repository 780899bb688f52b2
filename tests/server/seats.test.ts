import { expect, test } from 'vitest'
import { millis } from '../../shared/ids.ts'
import { ROLES } from '../../shared/roles.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'

test('who makes a table gets a code and three links, and each link gives its role', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  expect(board.code).toMatch(/^\d{6}$/)
  for (const role of ROLES) {
    const { token, ...joined } = await sit(server, board, role, { name: 'Sam' })
    expect(joined.role).toBe(role)
    const seen = await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })
    expect(seen.body).toMatchObject({ title: 'Uitstroming', role, name: 'Sam', participantId: joined.participantId })
  }
})

test('a role sees only links that can do no more than itself', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const seen = await Promise.all(
    ROLES.map(async (role) => {
      const { token } = await sit(server, board, role)
      const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })
      return { role, links: Object.keys(body.links), code: body.code }
    }),
  )
  expect(seen).toEqual([
    { role: 'facilitator', links: ['facilitator', 'participant', 'viewer'], code: board.code },
    { role: 'participant', links: ['participant', 'viewer'], code: board.code },
    { role: 'viewer', links: [], code: null },
  ])
})

test('one may ask for less than the link grants, and for nothing else', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const path = `/api/v1/boards/${board.id}/join`
  const watching = await ask(server, 'POST', path, { body: { secret: board.secrets.facilitator, role: 'viewer' } })
  expect(watching.body.role).toBe('viewer')
  const climbing = await ask(server, 'POST', path, { body: { secret: board.secrets.viewer, role: 'facilitator' } })
  expect(climbing.status).toBe(400)
})

test('the party that somebody names is on the table, once', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const first = await sit(server, board, 'participant', { party: 'gemeente' })
  await sit(server, board, 'participant', { party: 'Gemeente' })
  await sit(server, board, 'participant', { party: 'Buurthuis De Kamer' })
  await sit(server, board, 'viewer', { party: 'Nieuwsgierigen' })
  const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token: first.token })
  const parties = body.records.filter((record: { typeName: string }) => record.typeName === 'party')
  expect(parties.map((party: { name: string }) => party.name).sort()).toEqual(['Buurthuis De Kamer', 'Gemeente'])
  const people = await ask(server, 'GET', `/api/v1/boards/${board.id}/people`, { token: first.token })
  const chosen = people.body.map((person: { party: string | null }) => person.party)
  expect(chosen.slice(0, 2)).toEqual(['party:gemeente', 'party:gemeente'])
  expect(chosen[3]).toBeNull()
})

test('a seat ends when it is given up, and after its term', async () => {
  let now = Date.now()
  const server = await aServer({ clock: () => millis(now) })
  const board = await aBoard(server)
  const leaving = await sit(server, board, 'participant')
  const staying = await sit(server, board, 'participant')
  const see = async (token: string) => (await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })).status
  expect((await ask(server, 'DELETE', `/api/v1/boards/${board.id}/session`, { token: leaving.token })).status).toBe(204)
  expect([await see(leaving.token), await see(staying.token)]).toEqual([401, 200])
  now += 31 * 24 * 60 * 60 * 1_000
  expect(await see(staying.token)).toBe(401)
})

test('the cookie of one table leaves those of others alone, and the prefix guards it on https', async () => {
  const server = await aServer({ config: { trustProxy: ['loopback'], organiserKey: 'a-key-of-many-words' } })
  const headers = { 'x-forwarded-proto': 'https' }
  const make = await ask(server, 'POST', '/api/v1/boards', { body: { title: 'T' }, token: 'a-key-of-many-words' })
  const { id, links } = make.body
  const body = { secret: links.participant.split('#')[1] }
  const plain = await ask(server, 'POST', `/api/v1/boards/${id}/join`, { body })
  expect(plain.headers.get('set-cookie')).toMatch(
    new RegExp(`^tafel-${id}=[\\w-]{43}; Path=/; Expires=[^;]+; HttpOnly; SameSite=Lax$`),
  )
  const secure = await ask(server, 'POST', `/api/v1/boards/${id}/join`, { body, headers })
  const cookie = secure.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(
    new RegExp(`^__Host-tafel-${id}=[\\w-]{43}; Path=/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`),
  )
  const seen = await ask(server, 'GET', `/api/v1/boards/${id}`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(seen.status).toBe(200)
})
