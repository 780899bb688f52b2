import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const UPGRADE_END = '\r\n\r\n'
const READ_BYTES = 256 * 1024
/** Every socket reads into this one: what is kept is copied. */
const readBuffer = Buffer.allocUnsafe(READ_BYTES)

/**
 * A websocket that costs next to nothing, so that the load is not what is measured: it walks over the headers of what
 * comes in, counts, and hands on a frame's bytes only to who asked. It does not split frames, compress, or mask in earnest.
 */
export class LightSocket {
  frames = 0
  bytes = 0
  /** Gets each whole message; its bytes are valid during the call only. */
  onMessage: ((payload: Buffer) => void) | undefined
  readonly opened: Promise<void>
  /** Settles when the line is gone, with the code that the server gave, if any. */
  readonly closed: Promise<number | undefined>
  #socket: Socket
  #isOpen = false
  #closeCode: number | undefined
  /** What has come in of a header, or of a message that is wanted, and how many bytes there must be to go on. */
  #parts: Buffer[] = []
  #partsBytes = 0
  #needed = 0
  /** Bytes of a message that nobody wants, still to come. */
  #skip = 0

  constructor(address: string) {
    const { hostname, port, pathname, search } = new URL(address)
    const key = randomBytes(16).toString('base64')
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length) => {
          this.#take(readBuffer.subarray(0, length))
          return true
        },
      },
    })
    this.#socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}${UPGRADE_END}`,
    )
    this.closed = new Promise((resolve) => this.#socket.on('close', () => resolve(this.#closeCode)))
    this.opened = new Promise((resolve, reject) => {
      this.#onOpen = (head) => {
        const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
        if (head.startsWith('HTTP/1.1 101') && head.includes(accept)) resolve()
        else reject(new Error(`no upgrade: ${head}`))
      }
      this.#socket.on('error', reject)
    })
    // Whoever waits for the end only does not look at the beginning.
    this.opened.catch(() => {})
  }

  #onOpen: (head: string) => void = () => {}

  send(message: Uint8Array | string): void {
    if (typeof message === 'string') this.#write(OPCODE.text, Buffer.from(message))
    else this.#write(OPCODE.binary, message)
  }

  end(): void {
    this.#socket.destroy()
  }

  #write(opcode: number, payload: Uint8Array): void {
    this.#socket.write(frameOf(opcode, payload))
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length
    if (this.#skip >= chunk.length) {
      this.#skip -= chunk.length
      return
    }
    const data = this.#whole(this.#skip > 0 ? chunk.subarray(this.#skip) : chunk)
    this.#skip = 0
    if (data === undefined) return
    let at = this.#isOpen ? 0 : this.#takeUpgrade(data)
    while (at < data.length) {
      const next = this.#takeFrame(data, at)
      if (next === undefined) break
      at = next
    }
    if (at < data.length) this.#keep(data.subarray(at))
    else this.#skip = at - data.length
  }

  /** The data with what was kept before it, once that is enough to go on. */
  #whole(data: Buffer): Buffer | undefined {
    if (this.#partsBytes === 0) return data
    if (this.#partsBytes + data.length < this.#needed) {
      this.#keep(data)
      return undefined
    }
    const whole = Buffer.concat([...this.#parts, data])
    this.#parts = []
    this.#partsBytes = 0
    this.#needed = 0
    return whole
  }

  #keep(data: Buffer): void {
    this.#parts.push(Buffer.from(data))
    this.#partsBytes += data.length
  }

  #takeUpgrade(data: Buffer): number {
    const end = data.indexOf(UPGRADE_END)
    if (end === -1) return 0
    this.#isOpen = true
    this.#onOpen(data.toString('latin1', 0, end))
    return end + UPGRADE_END.length
  }

  /** Where the next frame begins, perhaps beyond the data; undefined while this one is needed and not all there. */
  #takeFrame(data: Buffer, at: number): number | undefined {
    if (!this.#isOpen) return undefined
    const header = headerOf(data, at)
    if (header === undefined) return undefined
    const end = header.start + header.length
    const isData = header.opcode < OPCODE.close
    const isWanted = !isData || this.onMessage !== undefined
    if (isWanted && end > data.length) {
      this.#needed = end - at
      return undefined
    }
    if (isData) {
      this.frames += 1
      this.onMessage?.(data.subarray(header.start, end))
    } else this.#control(header.opcode, data.subarray(header.start, end))
    return end
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.ping) this.#write(OPCODE.pong, payload)
    else if (opcode === OPCODE.close) {
      this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : undefined
      this.#socket.destroy()
    }
  }
}

function headerOf(data: Buffer, at: number): { opcode: number; start: number; length: number } | undefined {
  if (data.length < at + 2) return undefined
  const opcode = (data[at] ?? 0) & 15
  const short = (data[at + 1] ?? 0) & 127
  if (short < 126) return { opcode, start: at + 2, length: short }
  const start = at + (short === 126 ? 4 : 10)
  if (data.length < start) return undefined
  const length = short === 126 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2))
  return { opcode, start, length }
}

/** A client has to mask; a mask of zeros leaves the bytes as they are. */
function frameOf(opcode: number, payload: Uint8Array): Buffer {
  const extra = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + extra + payload.length)
  frame[0] = 128 | opcode
  frame[1] = 128 | (extra === 0 ? payload.length : extra === 2 ? 126 : 127)
  if (extra === 2) frame.writeUInt16BE(payload.length, 2)
  if (extra === 8) frame.writeBigUInt64BE(BigInt(payload.length), 2)
  frame.set(payload, 6 + extra)
  return frame
}
