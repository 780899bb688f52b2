import { expect, test } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import { can, ROLES } from '../../shared/roles.ts'
import { aBoard, aServer, ask, sit, type TestServer, type Told } from '../support/server.ts'

const routes = Object.entries(ROUTES) as [RouteName, Route][]
/** Keeping plates is of no table: `own-plates.test.ts` has its rights. */
const seated = routes.filter(([, route]) => route.needs !== null && route.path.includes(':id'))

const addressOf = (route: Route, boardId: string, params: Record<string, string> = {}) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => ({ id: boardId, ...params })[name] ?? '')

/** What each route needs to be a sensible call. */
const SAMPLES: Partial<Record<RouteName, { body?: unknown; params?: Record<string, string>; binary?: boolean }>> = {
  changeBoard: { body: { title: 'Anders' } },
  renewLink: { params: { role: 'viewer' } },
  addSheet: { body: { template: 'opgave-circle' } },
  showOut: { params: { participantId: 'nobodyknows1' } },
  uploadImage: { binary: true },
  readImage: { params: { name: `${'0'.repeat(64)}.png` } },
}

function callRoute(server: TestServer, name: RouteName, boardId: string, token?: string): Promise<Told> {
  const { method, path } = { ...ROUTES[name], path: addressOf(ROUTES[name], boardId, SAMPLES[name]?.params) }
  const binary = SAMPLES[name]?.binary ? { bytes: Buffer.from('not a picture'), type: 'image/png' } : undefined
  return ask(server, method.toUpperCase(), path, { token, body: SAMPLES[name]?.body, ...(binary && { binary }) })
}

test.each(seated)('%s says 401 to who has no seat, whether the table exists or not', async (name) => {
  const server = await aServer()
  const board = await aBoard(server)
  const elsewhere = await sit(server, await aBoard(server), 'facilitator')
  const unknown = await callRoute(server, name, board.id)
  const others = await callRoute(server, name, board.id, elsewhere.token)
  const absent = await callRoute(server, name, 'nosuchtable1', elsewhere.token)
  const malformed = await callRoute(server, name, '..%2F..%2Fetc', elsewhere.token)
  for (const told of [unknown, others, absent, malformed]) {
    expect(told.status).toBe(401)
    expect(told.body).toEqual(unknown.body)
  }
})

test.each(seated)('%s lets in the roles of the table and no other', async (name, { needs }) => {
  const server = await aServer()
  const board = await aBoard(server)
  // Watchers first: a facilitator's call may end the others' seats.
  const seats = await Promise.all([...ROLES].reverse().map((role) => sit(server, board, role)))
  for (const { role, token } of seats) {
    const told = await callRoute(server, name, board.id, token)
    if (needs !== null && can(role, needs)) expect([200, 201, 204, 404, 415], `${role}`).toContain(told.status)
    else expect(told).toMatchObject({ status: 403, body: { type: '/problems/not-allowed' } })
  }
})
