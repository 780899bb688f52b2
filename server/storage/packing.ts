import { promisify } from 'node:util'
import { gunzipSync, gzip, gzipSync } from 'node:zlib'

/** A snapshot that unpacks to more than this is none of ours: it would fill the memory. */
const MAX_BYTES = 512 * 1024 * 1024

const gzipAside = promisify(gzip)

/**
 * A snapshot as it lies in storage, which is also how it travels: gzip, because every browser unpacks that by itself.
 * Packed off the event loop.
 */
export const packSnapshot = (update: Uint8Array): Promise<Uint8Array> => gzipAside(update)

export const packSnapshotNow = (update: Uint8Array): Uint8Array => gzipSync(update)

/** Throws on what is no packed snapshot. */
export const unpackSnapshot = (packed: Uint8Array): Uint8Array => gunzipSync(packed, { maxOutputLength: MAX_BYTES })

/** Bytes that a packed snapshot unpacks to, as gzip notes them at its end (RFC 1952, 2.3.1). */
export const unpackedBytes = (packed: Uint8Array): number =>
  packed.byteLength < 4
    ? 0
    : Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).readUInt32LE(packed.byteLength - 4)
