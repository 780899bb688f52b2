import type { Random } from './random.ts'

/** What parsers stumble over: ends of ranges, and the bytes that say that more follow. */
const TELLING = [0, 1, 2, 0x7f, 0x80, 0x81, 0xc0, 0xfe, 0xff]
/** As the length of something that follows, or as a clock: no more bytes than a number may have, and one more. */
const HUGE = [
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
]

/** The longest strange part: arguments of a call, of which there may not be any number. */
const SPLICED = 4_096

type Mutation = (bytes: number[], random: Random, other: Uint8Array) => void

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => void bytes.splice(random.upTo(bytes.length + 1)),
  (bytes, random) => void bytes.splice(random.upTo(bytes.length), 1 + random.upTo(4)),
  (bytes, random) => {
    for (let left = 1 + random.upTo(4); left > 0; left--) {
      const at = random.upTo(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.upTo(8))
    }
  },
  (bytes, random) => {
    bytes[random.upTo(bytes.length)] = random.pick(TELLING) ?? 0
  },
  (bytes, random) => {
    bytes[random.upTo(bytes.length)] = random.upTo(256)
  },
  (bytes, random) => void bytes.splice(random.upTo(bytes.length), 1, ...(random.pick(HUGE) ?? [])),
  (bytes, random) => {
    const at = random.upTo(bytes.length)
    bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random.upTo(16)))
  },
  (bytes, random, other) => {
    const from = random.upTo(other.length)
    bytes.splice(random.upTo(bytes.length), bytes.length, ...other.subarray(from, from + SPLICED))
  },
  (bytes, random) => void bytes.push(...Array.from({ length: 1 + random.upTo(8) }, () => random.upTo(256))),
]

/** The bytes with one to three things wrong with them; `other` is where strange parts come from. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const mutant = [...bytes]
  for (let left = 1 + random.upTo(3); left > 0; left--) random.pick(MUTATIONS)?.(mutant, random, other)
  return Uint8Array.from(mutant)
}
