/** Caps on the plates that people make, which both sides keep. */
export const OWN_PLATES = {
  /** On one server, without those that were taken off the list. */
  most: 200,
  /** And with them: tables may still show them. */
  mostKept: 2_000,
  /** One plate as JSON. */
  bytes: 64 * 1024,
} as const
