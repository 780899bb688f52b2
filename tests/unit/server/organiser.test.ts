import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { mayMakeBoards } from '../../../server/auth/organiser.ts'
import { isOwnOrigin, isOwnPage } from '../../../server/auth/own-origin.ts'
import { parseConfig } from '../../../server/config.ts'
import { addressKey } from '../../../server/http/rate-limits.ts'

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage
const mayMake = (headers: Record<string, string>, env: Record<string, string> = {}) =>
  mayMakeBoards(asked(headers), parseConfig(env))

test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '[::1]:3000'])(
  'on this machine %s may make tables',
  (host) => {
    expect(mayMake({ host })).toBe(true)
  },
)

test.each([
  ['a name that was made to point here', { host: 'elsewhere.example:3000' }, {}],
  ['a name that begins like ours', { host: 'localhost.elsewhere.example' }, {}],
  ['no name', {}, {}],
  ['a proxy on this machine', { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.1' }, {}],
  ['a server that expects a proxy', { host: 'localhost:3000' }, { TRUST_PROXY: '1' }],
  ['a server with an address for the world', { host: 'localhost:3000' }, { PUBLIC_URL: 'https://tafel.example.nl' }],
  ['a server that listens to the world', { host: 'localhost:3000' }, { HOST: '0.0.0.0' }],
])('%s needs the key', (_, headers, env) => {
  expect(mayMake(headers, env)).toBe(false)
  const key = 'a-key-of-many-words'
  expect(mayMake({ ...headers, authorization: `Bearer ${key}` }, { ...env, ORGANISER_KEY: key })).toBe(true)
  expect(mayMake({ ...headers, authorization: 'Bearer another-key-of-words' }, { ...env, ORGANISER_KEY: key })).toBe(
    false,
  )
})

test('our own page is one of the host that was asked, or of the public address', () => {
  const publicOrigin = 'https://tafel.example.nl'
  expect(isOwnOrigin(asked({ host: 'localhost:3000', origin: 'http://localhost:3000' }), undefined)).toBe(true)
  expect(isOwnOrigin(asked({ host: 'localhost:3000', origin: publicOrigin }), publicOrigin)).toBe(true)
  expect(isOwnOrigin(asked({ host: 'localhost:3000', origin: 'http://localhost:4000' }), publicOrigin)).toBe(false)
  expect(isOwnOrigin(asked({ host: 'localhost:3000', origin: 'null' }), undefined)).toBe(false)
  expect(isOwnOrigin(asked({ host: 'localhost:3000' }), undefined)).toBe(true)
  expect(isOwnPage(asked({ host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }), undefined)).toBe(false)
})

test('an address counts as one house: IPv6 by its first half, and IPv4 however it is written', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe(addressKey('2001:db8:1:2::9'))
  expect(addressKey('2001:db8:1:2::9')).not.toBe(addressKey('2001:db8:1:3::9'))
  expect(addressKey('2001:db8::9')).toBe('2001:db8:0:0')
  expect(addressKey('::ffff:10.0.0.1')).toBe(addressKey('10.0.0.1'))
  expect(addressKey('10.0.0.1')).not.toBe(addressKey('10.0.0.2'))
})
