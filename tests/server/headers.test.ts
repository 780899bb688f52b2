import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aBoard, aDataDir, aServer, ask, sit } from '../support/server.ts'

/** Pages as a build leaves them. */
function aDist(): string {
  const dir = aDataDir()
  mkdirSync(join(dir, 'assets'))
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>Opgavetafel</title>',
  )
  writeFileSync(join(dir, 'assets', 'main-abc.js'), 'export {}')
  writeFileSync(join(dir, 'assets', 'main-abc.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(dir, 'secret.txt'), 'not served')
  return dir
}

const aSite = () => aServer({ config: { distDir: aDist() } })

/** Asks for a path as it stands; `fetch` would tidy it up first. */
const askAsWritten = (server: { url: string }, path: string): Promise<{ status: number | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    get({ hostname, port, path }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    }).on('error', reject)
  })

function expectHardened(headers: Headers) {
  const csp = headers.get('content-security-policy') ?? ''
  expect(Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1])).toBeGreaterThanOrEqual(
    31_536_000,
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(csp).toContain("frame-ancestors 'none'")
  expect(csp).not.toMatch(/unsafe-|http:|\*/)
}

test('every page carries the strict policy with a nonce of its own', async () => {
  const server = await aSite()
  const pages = await Promise.all(
    ['/', '/t/abcdefghijkl', '/mee', '/mee/123456'].map((path) => ask(server, 'GET', path)),
  )
  const nonces = pages.map(({ status, headers, body }) => {
    expect(status).toBe(200)
    expectHardened(headers)
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? ''
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        "font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    return nonce
  })
  expect(new Set(nonces).size).toBe(pages.length)
})

test('an address that is no page is the page that says so; nothing outside the build is served', async () => {
  const server = await aSite()
  for (const path of ['/nope', '/secret.txt', '/index.html', '/t', '/..%2f..%2fpackage.json', '/%2e%2e/package.json']) {
    const { status, body } = await ask(server, 'GET', path)
    expect([path, status]).toEqual([path, 404])
    expect(body).toContain('csp-nonce')
  }
  for (const path of [
    '/assets/..%2fsecret.txt',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..\\secret.txt',
    '/assets/nope.js',
  ]) {
    const { status, body } = await askAsWritten(server, path)
    expect([path, status]).toEqual([path, 404])
    expect(body).not.toContain('not served')
  }
  expect((await ask(server, 'GET', '/%E0%A4%A')).status).toBe(404)
  expect((await ask(server, 'POST', '/t/abcdefghijkl')).body.type).toBe('/problems/not-found')
})

test('what the build made is kept for ever, and sent compressed to who can read that', async () => {
  const server = await aSite()
  const packed = await ask(server, 'GET', '/assets/main-abc.js', { headers: { 'accept-encoding': 'br' } })
  expect(packed.body).toBe('export {}')
  expectHardened(packed.headers)
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'content-encoding': 'br',
    vary: 'Accept-Encoding',
    'cache-control': 'public,max-age=31536000,immutable',
  })
  const plain = await ask(server, 'GET', '/assets/main-abc.js', { headers: { 'accept-encoding': 'identity' } })
  expect([plain.body, plain.headers.get('content-encoding')]).toEqual(['export {}', null])
})

test('search engines are asked to stay away', async () => {
  const { body } = await ask(await aSite(), 'GET', '/robots.txt')
  expect(body).toBe('User-agent: *\nDisallow: /\n')
})

test('without a build the pages say what to do, and the API works', async () => {
  const server = await aServer({ config: { distDir: join(aDataDir(), 'none') } })
  const { status, body } = await ask(server, 'GET', '/')
  expect([status, body]).toEqual([503, expect.stringContaining('npm start')])
  await aBoard(server)
})

test('answers of the API are kept nowhere and say their version', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const answers = await Promise.all([
    ask(server, 'GET', `/api/v1/boards/${board.id}`, { token }),
    ask(server, 'GET', '/api/v1/templates'),
    ask(server, 'GET', `/api/v1/boards/${board.id}`),
    ask(server, 'GET', '/api/v1/nothing'),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 404])
  for (const { headers } of answers) {
    expectHardened(headers)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('every refusal is a problem document, with all wrong fields at once', async () => {
  const server = await aServer()
  const raw = (text: string) => ({ binary: { bytes: Buffer.from(text), type: 'application/json' } })
  const wrong = await ask(server, 'POST', '/api/v1/boards', { body: { title: '', locale: 'fr', colour: 'red' } })
  const told = [
    wrong,
    await ask(server, 'POST', '/api/v1/boards', raw('{bad')),
    await ask(server, 'POST', '/api/v1/boards', raw(JSON.stringify({ title: 'x'.repeat(100_000) }))),
    await ask(server, 'POST', '/api/v1/boards', { body: { title: 'T', templates: ['unknown'] } }),
    await ask(server, 'POST', '/api/v1/boards', { binary: { bytes: Buffer.from('title=T'), type: 'text/plain' } }),
    await ask(server, 'POST', '/api/v1/boards/abcdefghijkl/join', { body: {} }),
    await ask(server, 'PUT', '/api/v1/boards'),
    await ask(server, 'GET', '/api/v1/nothing'),
  ]
  expect(told.map(({ status }) => status)).toEqual([400, 400, 413, 400, 400, 400, 405, 404])
  for (const { headers, body, status } of told) {
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\//),
      title: expect.any(String),
      detail: expect.any(String),
    })
  }
  expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['colour', 'locale', 'title'])
  expect(told[3]?.body.errors).toEqual([{ field: 'templates', detail: 'There is no plate "unknown".' }])
})

test('another site’s page cannot act with somebody’s cookie; our own page and a program can', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'facilitator')
  const cookie = `tafel-${board.id}=${token}`
  const rename = async (headers: Record<string, string>) =>
    (await ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { headers, body: { title: 'T' } })).status
  expect(await rename({ cookie, origin: 'https://elsewhere.example' })).toBe(403)
  expect(await rename({ cookie, origin: 'null' })).toBe(403)
  expect(await rename({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await rename({ cookie, 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await rename({ cookie, origin: server.url })).toBe(200)
  expect(await rename({ authorization: `Bearer ${token}` })).toBe(200)
})
