import { generateKeyPairSync, sign } from 'node:crypto'
import { request as forward, type IncomingMessage, type RequestOptions } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { onTestFinished } from 'vitest'

/** The one name besides localhost that the tests' browser finds, on this machine. */
const HOST = 'tafel.example.test'

export interface TlsProxy {
  /** The address under which people reach the server: https, and not localhost. */
  origin: string
  /** From now on everything goes to this server. */
  passTo(serverUrl: string): void
}

/** What stands before a real server: it ends TLS, says so in the usual headers, and passes sockets on. */
export async function aTlsProxy(): Promise<TlsProxy> {
  let target: URL | undefined
  const to = (): URL => {
    if (target === undefined) throw new Error('the proxy has no server yet')
    return target
  }
  const server = createServer(selfSigned(), (request, response) => {
    const passed = forward({ ...asked(request), host: to().hostname, port: to().port }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  server.on('upgrade', (request, socket, head) => {
    const onward = connect(Number(to().port), to().hostname, () => {
      const { method, path, headers } = asked(request)
      const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)
      onward.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    origin: `https://${HOST}:${(server.address() as AddressInfo).port}`,
    passTo(serverUrl) {
      target = new URL(serverUrl)
    },
  }
}

const asked = ({ method, url, headers, socket }: IncomingMessage): RequestOptions => ({
  method,
  path: url,
  headers: { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': socket.remoteAddress ?? '' },
})

/** A key and a certificate that nobody vouches for, in DER as X.509 lays it down. */
function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
  const commonName = sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(HOST)))
  const name = sequence(der(0x31, commonName))
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const certified = sequence(
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', certified, privateKey)
  const cert = sequence(certified, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
