export interface Random {
  /** A whole number of 0 up to but not including `count`. */
  upTo(count: number): number
  pick<T>(items: readonly T[]): T | undefined
  shuffle<T>(items: readonly T[]): T[]
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (count: number) => Math.floor(next() * count)
  return {
    upTo,
    pick: (items) => items[upTo(items.length)],
    shuffle(items) {
      const shuffled = [...items]
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = upTo(at + 1)
        const [a, b] = [shuffled[at], shuffled[other]]
        if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a]
      }
      return shuffled
    },
  }
}
