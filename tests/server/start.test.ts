import { readFileSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CloseReason } from '../../shared/close-reasons.ts'
import { aBoard, aDataDir, aServer, ask, sit } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { aRawSocket, until } from '../support/sockets.ts'

test('CLS4 the address is one line, and SIGTERM lets everybody go and ends with 0', async () => {
  const server = aServerProcess({ DATA_DIR: aDataDir() })
  const url = await server.url
  const board = await aBoard({ url })
  const { token } = await sit({ url }, board, 'participant')
  const socket = aRawSocket({ url }, board.id, { token })
  await until(() => expect(socket.frames.length).toBeGreaterThan(0))
  server.child.kill('SIGTERM')
  expect((await socket.closed).code).toBe(CloseReason.serverRestart)
  const { code, stdout } = await server.ended
  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toBe(`Opgavetafel is ready on ${url}`)
})

test.each([
  ['a wrong setting', { PORT: 'eighty' }, /PORT must be a number/],
  ['a short key', { ORGANISER_KEY: 'short' }, /ORGANISER_KEY must have at least 16/],
  [
    'a key that no header can carry',
    { ORGANISER_KEY: 'een sleutel met spaties' },
    /ORGANISER_KEY may have .* no spaces/,
  ],
])('%s is said in one sentence, and ends with 1', async (_, env, sentence) => {
  const { code, stderr } = await aServerProcess({ DATA_DIR: aDataDir(), ...env }).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(sentence)
  expect(stderr.trim().split('\n').length).toBe(1)
})

test('a folder that cannot be written is said at the start', async () => {
  const file = join(aDataDir(), 'a-file')
  writeFileSync(file, '')
  const { code, stderr } = await aServerProcess({ DATA_DIR: file }).ended
  expect([code, stderr]).toEqual([1, expect.stringMatching(/Cannot store anything in DATA_DIR \(.*a-file\)/)])
})

test('a port that is in use is said at the start', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { code, stderr } = await aServerProcess({ DATA_DIR: aDataDir(), PORT: String(port) }).ended
  expect([code, stderr]).toEqual([1, expect.stringMatching(/Another program uses this port/)])
  other.close()
})

test('a second server on one folder is refused, as long as the first runs and no longer', async () => {
  const dataDir = aDataDir()
  const first = aServerProcess({ DATA_DIR: dataDir })
  await first.url
  const { code, stderr } = await aServerProcess({ DATA_DIR: dataDir }).ended
  expect([code, stderr]).toEqual([1, expect.stringMatching(/DATA_DIR .* another server uses this folder/)])
  first.child.kill('SIGKILL')
  await first.ended
  await aServerProcess({ DATA_DIR: dataDir }).url
})

test('a damaged server key stops the start: new links would silently replace the old', async () => {
  const server = await aServer()
  const key = join(server.dataDir, 'server.key')
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  await server.close()
  writeFileSync(key, 'too short')
  await expect(aServer({ dataDir: server.dataDir })).rejects.toThrow(/server key .* is damaged/)
})

test.each([
  ['what is no JSON', (_: string) => '{"id":', /broken\.json cannot be used:\n.*JSON/],
  [
    'a wrong value',
    (good: string) => good.replace('"minutes": [', '"minutes": ["long", '),
    /expected number, received string\n.*at minutes\[0\]/,
  ],
  ['a field too many', (good: string) => good.replace('{', '{"colour": "red",'), /Unrecognized key: "colour"/],
  ['a slot of another', (good: string) => good.replace('"opgave.kern"', '"elders.kern"'), /begins with the id/],
])('%s in a plate stops the start, and is named with file and place', async (_, spoil, said) => {
  const templatesDir = aDataDir()
  const good = readFileSync(new URL('../../templates/opgave-circle.json', import.meta.url), 'utf8')
  writeFileSync(join(templatesDir, 'broken.json'), spoil(good))
  await expect(aServer({ config: { templatesDir } })).rejects.toThrow(said)
})

test('several servers live in one process without knowing of each other', async () => {
  const [one, other] = [await aServer(), await aServer()]
  const board = await aBoard(one)
  const { token } = await sit(one, board, 'participant')
  expect((await ask(other, 'GET', `/api/v1/boards/${board.id}`, { token })).status).toBe(401)
})
