import { crc32 } from 'node:zlib'

/** Stored beside what it is of: tells bytes that a disk has changed from those that we wrote. */
export const checksumOf = (data: Uint8Array): number => crc32(data)

/** Rows of before there were checksums have none, and are taken at their word. */
export const isAsWritten = ({ data, checksum }: { data: Uint8Array; checksum: number | null }): boolean =>
  checksum === null || checksumOf(data) === checksum
