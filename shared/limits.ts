/** Caps that both sides keep. Bytes and milliseconds say so in the name; the rest are counts. */
export const LIMITS = {
  records: 25_000,
  /** A table of some days of hard work has a few megabytes and a hundred thousand parts. */
  boardBytes: 64 * 1024 * 1024,
  boardParts: 2_000_000,
  /** One frame on the sync socket. The first sync of a large board from an offline client must fit. */
  frameBytes: 16 * 1024 * 1024,
  awarenessBytes: 8 * 1024,
  /** A browser tab has one awareness client; a program may bring a few. */
  awarenessClientsPerConnection: 4,
  peoplePerBoard: 200,
  nameChars: 40,
  partyNameChars: 60,
  titleChars: 120,
  templatesPerBoard: 12,
  imageBytes: 10 * 1024 * 1024,
  imagePixels: 50_000_000,
  /** Longest side of a stored image, in pixels: an A3 sheet at 300 dpi needs no more. */
  imageSide: 4_096,
} as const
