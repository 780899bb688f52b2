import type { Random } from '../../support/random.ts'

/** A whole number from `from` up to and including `to`. */
export const between = (random: Random, from: number, to: number): number => from + random.upTo(to - from + 1)

/** True in so many of a hundred cases. */
export const inHundred = (random: Random, cases: number): boolean => random.upTo(100) < cases

const ID_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'

/** An id of the form that nanoid makes. */
export const anId = (random: Random, length: number): string =>
  Array.from({ length }, () => ID_CHARS.charAt(random.upTo(ID_CHARS.length))).join('')
