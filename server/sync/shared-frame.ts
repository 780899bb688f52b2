import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/**
 * Messages for many sockets, laid out once as they go over the wire. ws would write a header and copy for each receiver;
 * with a hundred receivers that is most of what a message costs.
 */
export interface SharedFrame {
  payloads: readonly Uint8Array[]
  wire: Buffer
}

/** Unmasked, final, binary (RFC 6455, 5.2). */
const FIN_BINARY = 0x82

export function shareFrames(payloads: readonly Uint8Array[]): SharedFrame {
  return { payloads, wire: Buffer.concat(payloads.flatMap((payload) => [headerOf(payload.byteLength), payload])) }
}

function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([FIN_BINARY, length])
  if (length < 65_536) {
    const header = Buffer.from([FIN_BINARY, 126, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header[0] = FIN_BINARY
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

/**
 * Writes to the stream below an open socket, in one piece. That is where ws itself writes, at once and in order, as long as
 * it compresses nothing; where it keeps its stream elsewhere, it is asked to send.
 */
export function writeShared(socket: WebSocket, { payloads, wire }: SharedFrame): void {
  const below = (socket as unknown as { _socket?: Duplex })._socket
  if (below !== undefined && socket.extensions === '') below.write(wire)
  else for (const payload of payloads) socket.send(payload)
}
