/** What pictures we take, by what their first bytes say; names and content types of others are worth nothing. */
export type ImageKind = 'png' | 'jpeg' | 'webp' | 'gif'

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0))

const PNG = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const GIFS = [ascii('GIF87a'), ascii('GIF89a')]

/** The kind of a picture, or undefined for all else, SVG among it. */
export function sniffImage(bytes: Uint8Array): ImageKind | undefined {
  if (startsWith(bytes, PNG)) return 'png'
  if (startsWith(bytes, JPEG)) return 'jpeg'
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp'
  if (GIFS.some((signature) => startsWith(bytes, signature))) return 'gif'
  return undefined
}
