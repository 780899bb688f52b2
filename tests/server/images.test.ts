import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { LIMITS } from '../../shared/limits.ts'
import { aBoard, aServer, ask, sit, type TestServer, type Told } from '../support/server.ts'

const aPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1F5FA8' } })

async function aTable(server: TestServer) {
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const upload = (bytes: Uint8Array, type = 'image/png'): Promise<Told> =>
    ask(server, 'POST', `/api/v1/boards/${board.id}/images`, { token, binary: { bytes, type } })
  return { board, token, upload }
}

const fetchImage = async (server: TestServer, src: string, token?: string) => {
  const response = await fetch(server.url + src, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('place, time and camera stay behind, and the picture stands upright', async () => {
  const server = await aServer()
  const { token, upload } = await aTable(server)
  const photo = await aPicture(60, 40)
    .jpeg()
    .withExif({ IFD0: { Make: 'Camera', Orientation: '6' }, IFD3: { GPSLatitude: '52/1 22/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const { status, body } = await upload(photo, 'image/jpeg')
  expect([status, body]).toEqual([201, { src: expect.stringMatching(/\.jpg$/), w: 40, h: 60, mimeType: 'image/jpeg' }])
  const { response, bytes } = await fetchImage(server, body.src, token)
  const { exif, xmp, orientation, width, height } = await sharp(bytes).metadata()
  expect({ exif, xmp, orientation, width, height }).toEqual({
    exif: undefined,
    xmp: undefined,
    orientation: undefined,
    width: 40,
    height: 60,
  })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringMatching(/private.*immutable/),
    'content-disposition': expect.stringMatching(/^inline; filename="[a-f0-9]{64}\.jpg"$/),
  })
})

test('PNG, WebP and GIF are taken for what they are, whatever they are called', async () => {
  const server = await aServer()
  const { upload } = await aTable(server)
  const answers = [
    await upload(await aPicture(8, 8).png().toBuffer(), 'image/jpeg'),
    await upload(await aPicture(8, 8).webp().toBuffer()),
    await upload(await aPicture(8, 8).gif().toBuffer()),
  ]
  expect(answers.map(({ status, body }) => [status, body.mimeType])).toEqual([
    [201, 'image/png'],
    [201, 'image/webp'],
    [201, 'image/png'],
  ])
})

test('a picture larger than is of use is made smaller, and the same picture is stored once', async () => {
  const server = await aServer()
  const { upload } = await aTable(server)
  const large = await aPicture(LIMITS.imageSide * 2, 100)
    .png()
    .toBuffer()
  const { body } = await upload(large)
  expect([body.w, body.h]).toEqual([LIMITS.imageSide, 50])
  expect((await upload(large)).body).toEqual(body)
})

/** A PNG of a few bytes that says it is enormous. */
function aBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, checksum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

test('what is no picture, damaged, enormous or too heavy is refused with its own reason', async () => {
  const server = await aServer()
  const { board, token, upload } = await aTable(server)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 251))
  const whole = await sharp(noise, { raw: { width: 100, height: 100, channels: 3 } })
    .png()
    .toBuffer()
  const refused = async (told: Promise<Told>) => {
    const { status, body } = await told
    return [status, body.type]
  }
  expect(await refused(upload(svg, 'image/svg+xml'))).toEqual([415, '/problems/not-an-image'])
  expect(await refused(upload(svg, 'image/png'))).toEqual([415, '/problems/not-an-image'])
  expect(await refused(upload(whole.subarray(0, whole.length / 2)))).toEqual([415, '/problems/not-an-image'])
  expect(await refused(upload(whole, 'application/octet-stream'))).toEqual([415, '/problems/not-an-image'])
  expect(await refused(upload(aBomb(60_000)))).toEqual([413, '/problems/too-large'])
  expect(await refused(upload(Buffer.alloc(LIMITS.imageBytes + 1)))).toEqual([413, '/problems/too-large'])
  const empty = ask(server, 'POST', `/api/v1/boards/${board.id}/images`, { token })
  expect(await refused(empty)).toEqual([415, '/problems/not-an-image'])
})

test('a picture is for those at its table only', async () => {
  const server = await aServer()
  const { token, upload } = await aTable(server)
  const other = await aTable(server)
  const { body } = await upload(await aPicture(8, 8).png().toBuffer())
  const name = body.src.split('/').at(-1)
  expect((await fetchImage(server, body.src, token)).response.status).toBe(200)
  expect((await fetchImage(server, body.src)).response.status).toBe(401)
  expect((await fetchImage(server, body.src, other.token)).response.status).toBe(401)
  const theirs = `/api/v1/boards/${other.board.id}/images/${name}`
  expect((await fetchImage(server, theirs, other.token)).response.status).toBe(404)
  const sideways = `/api/v1/boards/${other.board.id}/images/..%2F..%2Fserver.key`
  expect((await fetchImage(server, sideways, other.token)).response.status).toBe(400)
})
