import { expect, test } from 'vitest'
import type { Template } from '../../shared/templates/schema.ts'
import { anArea, anOwnPlate } from '../support/own-plates.ts'
import { aBoard, aServer, ask, sit, type TestServer } from '../support/server.ts'
import { inFile } from '../support/spoil.ts'

const PLATES = '/api/v1/templates'
const REMOTE = { 'x-forwarded-for': '203.0.113.9' }

/** A server with a table, and a token for each role at it. */
async function aHouse(server?: TestServer) {
  const running = server ?? (await aServer())
  const board = await aBoard(running, { templates: [] })
  const [facilitator, participant] = await Promise.all([
    sit(running, board, 'facilitator'),
    sit(running, board, 'participant'),
  ])
  const post = (body: unknown, token = facilitator.token) => ask(running, 'POST', PLATES, { body, token })
  const list = async (): Promise<(Template & { own?: true })[]> =>
    (await ask(running, 'GET', PLATES, { token: participant.token })).body
  const lay = (template: string) =>
    ask(running, 'POST', `/api/v1/boards/${board.id}/sheets`, { body: { template }, token: facilitator.token })
  const own = async () => (await list()).filter((plate) => plate.own)
  return { server: running, board, facilitator, participant, post, list, own, lay }
}

test('a plate that is kept is on the list of every table of the server, and can be laid on another', async () => {
  const house = await aHouse()
  const told = await house.post(anOwnPlate())
  expect(told).toMatchObject({ status: 201, body: { id: 'eigen-wijk', number: 'E01', own: true } })
  const other = await aHouse(house.server)
  expect((await other.own()).map(({ id }) => id)).toEqual(['eigen-wijk'])
  expect((await other.list()).filter((plate) => !plate.own).length).toBeGreaterThan(80)
  expect((await other.lay('eigen-wijk')).status).toBe(201)
  const { body } = await ask(house.server, 'GET', `/api/v1/boards/${other.board.id}/dossier`, {
    token: other.participant.token,
  })
  expect(body.regions.map(({ slot }: { slot: string }) => slot)).toEqual(['eigen-wijk.fijn', 'eigen-wijk.lastig'])
})

test('a new table can begin with an own plate, and it is there after the server starts again', async () => {
  const first = await aServer()
  await (await aHouse(first)).post(anOwnPlate())
  await first.close()
  const again = await aServer({ dataDir: first.dataDir })
  expect((await (await aHouse(again)).own()).map(({ number }) => number)).toEqual(['E01'])
  const board = await aBoard(again, { templates: ['eigen-wijk'] })
  const { token } = await sit(again, board, 'viewer')
  const { body } = await ask(again, 'GET', `/api/v1/boards/${board.id}/dossier`, { token })
  expect(body.regions).toHaveLength(2)
})

test.for(['{"id": "eigen-wijk", "num', '{"id": "eigen-wijk"}'])(
  'a plate that cannot be read any more, %s, keeps no other back',
  async (json) => {
    const first = await aServer()
    const { post } = await aHouse(first)
    await post(anOwnPlate())
    await post(anOwnPlate({ id: 'eigen-buurt', figure: onlyArea('eigen-buurt') }))
    await first.close()
    inFile(first.dataDir, (db) => db.prepare('UPDATE plates SET json = ? WHERE id = ?').run(json, 'eigen-wijk'))
    const again = await aServer({ dataDir: first.dataDir })
    const house = await aHouse(again)
    expect((await house.own()).map(({ id }) => id)).toEqual(['eigen-buurt'])
    expect((await house.lay('eigen-wijk')).status).toBe(400)
    expect((await house.lay('eigen-buurt')).status).toBe(201)
  },
)

test('only a gespreksleider keeps and removes plates; who has no seat does not see them', async () => {
  const { server, post, participant, facilitator } = await aHouse()
  expect((await ask(server, 'POST', PLATES, { body: anOwnPlate() })).status).toBe(401)
  expect((await post(anOwnPlate(), participant.token)).body.type).toBe('/problems/not-allowed')
  expect((await post(anOwnPlate())).status).toBe(201)
  const remove = (token?: string) => ask(server, 'DELETE', `${PLATES}/eigen-wijk`, { token })
  expect((await remove()).status).toBe(401)
  expect((await remove(participant.token)).status).toBe(403)
  const stranger = await ask(server, 'GET', PLATES, { headers: REMOTE })
  expect(stranger.body.length).toBeGreaterThan(80)
  expect(stranger.body.filter((plate: { own?: true }) => plate.own)).toEqual([])
  const one = (id: string, given: { token?: string }) =>
    ask(server, 'GET', `${PLATES}/${id}`, { headers: REMOTE, ...given })
  expect((await one('eigen-wijk', {})).status).toBe(404)
  expect((await one('opgave-circle', {})).status).toBe(200)
  expect((await one('eigen-wijk', { token: participant.token })).body).toMatchObject({ id: 'eigen-wijk', own: true })
  expect((await remove(facilitator.token)).status).toBe(204)
})

test('a browser with seats at several tables may keep a plate by the one where it is gespreksleider', async () => {
  const { server, board } = await aHouse()
  const other = await aBoard(server)
  const seats = [
    [board.id, (await sit(server, board, 'participant')).token],
    [other.id, (await sit(server, other, 'facilitator')).token],
  ]
  const cookie = seats.map(([id, token]) => `tafel-${id}=${token}`).join('; ')
  const own = { cookie, origin: server.url, 'sec-fetch-site': 'same-origin' }
  expect((await ask(server, 'POST', PLATES, { body: anOwnPlate(), headers: own })).status).toBe(201)
  const foreign = { cookie, origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' }
  const refused = await ask(server, 'POST', PLATES, { body: anOwnPlate({ id: 'eigen-b' }), headers: foreign })
  expect(refused.status).toBe(403)
})

test('a plate that is removed is on no list and cannot be laid, but tables on which it lies draw it', async () => {
  const { server, post, facilitator, own, lay, participant } = await aHouse()
  await post(anOwnPlate())
  await lay('eigen-wijk')
  const remove = () => ask(server, 'DELETE', `${PLATES}/eigen-wijk`, { token: facilitator.token })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect(await own()).toEqual([])
  expect(await lay('eigen-wijk')).toMatchObject({ status: 400, body: { errors: [{ field: 'template' }] } })
  const drawn = await ask(server, 'GET', `${PLATES}/eigen-wijk`, { token: participant.token })
  expect(drawn.body.figure).toEqual(anOwnPlate().figure)
})

test('built-in plates cannot be removed, and what is not there is not found', async () => {
  const { server, facilitator } = await aHouse()
  for (const id of ['opgave-circle', 'eigen-niets']) {
    expect((await ask(server, 'DELETE', `${PLATES}/${id}`, { token: facilitator.token })).status).toBe(404)
  }
  expect((await ask(server, 'GET', `${PLATES}/opgave-circle`)).status).toBe(200)
})

test('every plate gets a number of its own; the same file twice is one plate, another with its id is refused', async () => {
  const { server, facilitator, post, own } = await aHouse()
  await post(anOwnPlate())
  expect(
    (await post(anOwnPlate({ id: 'eigen-buurt', figure: { ...anOwnPlate().figure, ...onlyArea('eigen-buurt') } }))).body
      .number,
  ).toBe('E02')
  expect((await post(anOwnPlate({ number: 'E77' }))).body.number).toBe('E01')
  const clash = await post(anOwnPlate({ minutes: [1, 2] }))
  expect(clash).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'id', detail: expect.stringContaining('this id') }] },
  })
  await ask(server, 'DELETE', `${PLATES}/eigen-wijk`, { token: facilitator.token })
  expect((await post(anOwnPlate({ minutes: [1, 2] }))).status).toBe(400)
  expect((await post(anOwnPlate())).status).toBe(201)
  expect((await own()).map(({ id }) => id)).toEqual(['eigen-wijk', 'eigen-buurt'])
})

const onlyArea = (id: string, wish: Parameters<typeof anArea>[1] = {}): Template['figure'] => ({
  kind: 'free',
  areas: [anArea('vak', { slot: `${id}.vak`, ...wish })],
  words: [],
  lines: [],
})

test('after 200 plates no more are taken, until one is removed', async () => {
  const { server, board } = await aHouse()
  const seats = await Promise.all(Array.from({ length: 8 }, () => sit(server, board, 'facilitator')))
  const keep = (at: number) => {
    const id = `eigen-nr-${at}`
    const body = anOwnPlate({ id, figure: onlyArea(id) })
    return ask(server, 'POST', PLATES, { body, token: seats[at % seats.length]?.token })
  }
  for (let at = 0; at < 200; at++) expect((await keep(at)).status).toBe(201)
  const told = await keep(200)
  expect(told).toMatchObject({ status: 400, body: { errors: [{ detail: expect.stringContaining('200') }] } })
  await ask(server, 'DELETE', `${PLATES}/eigen-nr-7`, { token: seats[0]?.token })
  expect((await keep(200)).status).toBe(201)
})

test('who keeps plate after plate is told to wait', async () => {
  const { post } = await aHouse()
  const answers = []
  for (let at = 0; at < 31; at++) answers.push((await post(anOwnPlate())).status)
  expect([answers[0], answers.at(-1)]).toEqual([201, 429])
})

const labelled = (label: string) => ({
  ...anOwnPlate(),
  figure: onlyArea('eigen-wijk', { label: { nl: label, en: label } }),
})
const KEPT: readonly [string, string][] = [
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
  ['a right-to-left script', 'ما هي نقاط الضعف؟'],
  ['emoji of several parts', 'Familie 👨‍👩‍👧‍👦 🏳️‍🌈'],
  ['words of a query', "'); DROP TABLE plates; --"],
]

test.each(KEPT)('a label with %s is kept as the text it is', async (_, label) => {
  const { post, own } = await aHouse()
  expect((await post(labelled(label))).status).toBe(201)
  const [plate] = await own()
  expect(plate?.figure).toMatchObject({ areas: [{ label: { nl: label, en: label } }] })
})

const area = (wish: object) => ({
  ...anOwnPlate(),
  figure: { ...onlyArea('eigen-wijk'), areas: [{ ...anArea('vak'), ...wish }] },
})
const REFUSED: readonly [string, unknown, string][] = [
  ['a label of 100 KB', labelled('x'.repeat(100_000)), 'figure.areas.0.label.nl'],
  ['a control character', labelled('bel\u0007'), 'figure.areas.0.label.nl'],
  ['a mark that turns the direction', labelled('op\u202egave'), 'figure.areas.0.label.nl'],
  ['half a letter', labelled('half \ud83d'), 'figure.areas.0.label.nl'],
  ['a label of spaces', labelled('   '), 'figure.areas.0.label.nl'],
  ['a number where words belong', { ...anOwnPlate(), title: 7 }, 'title'],
  ['no figure', { ...anOwnPlate(), figure: null }, 'figure'],
  ['a list', [], ''],
  ['a word', 'plaat', ''],
  ['a key that is not known', { ...anOwnPlate(), scripts: [] }, 'scripts'],
  ['a constructor', { ...anOwnPlate(), constructor: { prototype: { own: true } } }, 'constructor'],
  ['an id of ours', { ...anOwnPlate(), id: 'opgave-circle', figure: onlyArea('opgave-circle') }, 'id'],
  ['a number of ours', anOwnPlate({ number: 'A01' }), 'number'],
  ['a slot of another plate', area({ slot: 'abcd-ownership.belofte' }), ''],
  ['a region outside the paper', area({ x: 2_000, w: 900 }), 'figure.areas.0'],
  ['a region without size', area({ w: 0 }), 'figure.areas.0.w'],
  [
    'a region on another',
    { ...anOwnPlate(), figure: { kind: 'free', areas: [anArea('a'), anArea('b', { x: 500 })], words: [], lines: [] } },
    'figure.areas.1',
  ],
  [
    'words on a region',
    {
      ...anOwnPlate(),
      figure: { ...onlyArea('eigen-wijk'), words: [{ text: { nl: 'x', en: 'x' }, x: 400, y: 400, size: 30 }] },
    },
    'figure.words.0',
  ],
]

test.each(REFUSED)('%s is refused with the place where it stands, and nothing changes', async (_, body, field) => {
  const { post, own, server } = await aHouse()
  const told = await post(body)
  expect(told.status).toBe(400)
  const errors: { field: string; detail: string }[] = told.body.errors
  expect(errors.map((each) => each.field)).toContain(field)
  for (const { detail } of errors) expect(detail).toMatch(/^[A-Z].{8,}\.$/)
  expect(await own()).toEqual([])
  expect((await ask(server, 'GET', '/readyz')).status).toBe(200)
})

test('keys that mean something to the language reach no other object', async () => {
  const { server, facilitator, own } = await aHouse()
  const json = JSON.stringify(anOwnPlate()).replace('{', '{"__proto__":{"own":true,"polluted":1},')
  const told = await ask(server, 'POST', PLATES, {
    binary: { bytes: Buffer.from(json), type: 'application/json' },
    token: facilitator.token,
  })
  expect([201, 400]).toContain(told.status)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  for (const plate of await own()) expect(JSON.stringify(plate)).not.toContain('polluted')
})

test('a file of hundreds of kilobytes is refused before it is read', async () => {
  const { post } = await aHouse()
  expect(await post(labelled('x'.repeat(400_000)))).toMatchObject({
    status: 413,
    body: { type: '/problems/too-large' },
  })
})
