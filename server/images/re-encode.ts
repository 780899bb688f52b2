import sharp from 'sharp'
import { LIMITS } from '../../shared/limits.ts'
import { Problem } from '../http/problems.ts'
import { type ImageKind, sniffImage } from './sniff.ts'

export interface CleanImage {
  bytes: Buffer
  w: number
  h: number
  extension: 'png' | 'jpg' | 'webp'
  mimeType: string
}

/** What each kind becomes. Of a moving picture the first frame stays: on a board that is worked on, nothing should blink. */
const OUTPUT = {
  png: { format: 'png', extension: 'png', mimeType: 'image/png' },
  jpeg: { format: 'jpeg', extension: 'jpg', mimeType: 'image/jpeg' },
  webp: { format: 'webp', extension: 'webp', mimeType: 'image/webp' },
  gif: { format: 'png', extension: 'png', mimeType: 'image/png' },
} as const satisfies Record<ImageKind, unknown>

const QUALITY = 85
const LONGEST_SECONDS = 20

// The library reads dozens of formats; only the four that are sniffed may reach their decoders.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
// A few pictures at once are enough; the other threads belong to the tables.
sharp.concurrency(1)

/**
 * Decodes a picture and makes a new one of its pixels, upright and no larger than is of use. Place, time and camera stay
 * behind, and so does whatever else was hidden in the file.
 */
export async function reEncode(bytes: Uint8Array): Promise<CleanImage> {
  const kind = sniffImage(bytes)
  if (kind === undefined) throw new Problem('not-an-image', { detail: 'Pictures may be PNG, JPEG, WebP or GIF.' })
  const { format, extension, mimeType } = OUTPUT[kind]
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'error' })
      .timeout({ seconds: LONGEST_SECONDS })
      .rotate()
      .resize({ width: LIMITS.imageSide, height: LIMITS.imageSide, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, { quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, w: info.width, h: info.height, extension, mimeType }
  } catch (error) {
    throw refusal(error)
  }
}

function refusal(error: unknown): Problem {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|timeout/i.test(message)) {
    return new Problem('too-large', {
      detail: `A picture may have at most ${LIMITS.imagePixels / 1e6} million pixels.`,
    })
  }
  return new Problem('not-an-image', { detail: 'The picture is damaged.' })
}
