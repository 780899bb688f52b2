import type { TLShape } from '@tldraw/tlschema'

export type IndexKey = TLShape['index']

/**
 * Order keys as tldraw reads them: a letter that says how many digits follow, then a whole number in base 62. From `a` up
 * the numbers are positive and grow longer, from `Z` down they are negative; plain text order is their order.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const FIRST = 'a0' as IndexKey

const lengthOf = (head: string): number =>
  head >= 'a' ? head.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : 'Z'.charCodeAt(0) - head.charCodeAt(0) + 1

/** The highest whole key below another, for what must lie under everything that is there. */
export function indexBelow(key: IndexKey): IndexKey {
  const head = key.charAt(0)
  const digits = key.slice(1, 1 + lengthOf(head))
  const lower = shifted(digits, -1)
  if (lower !== null) return `${head}${lower}` as IndexKey
  const before = head === 'a' ? 'Z' : String.fromCharCode(head.charCodeAt(0) - 1)
  return `${before}${'z'.repeat(lengthOf(before))}` as IndexKey
}

function indexAbove(key: IndexKey): IndexKey {
  const head = key.charAt(0)
  const higher = shifted(key.slice(1), 1)
  if (higher !== null) return `${head}${higher}` as IndexKey
  const after = String.fromCharCode(head.charCodeAt(0) + 1)
  return `${after}${'0'.repeat(lengthOf(after))}` as IndexKey
}

/** The keys for a list that starts empty. */
export function firstIndexes(count: number): IndexKey[] {
  const keys: IndexKey[] = []
  for (let key = indexAbove(FIRST); keys.length < count; key = indexAbove(key)) keys.push(key)
  return keys
}

/** A number of fixed length, one up or down; null when it runs out of digits. */
function shifted(digits: string, by: 1 | -1): string | null {
  const values = [...digits].map((digit) => DIGITS.indexOf(digit))
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = (values[at] ?? 0) + by
    values[at] = (value + DIGITS.length) % DIGITS.length
    if (value >= 0 && value < DIGITS.length) return values.map((each) => DIGITS.charAt(each)).join('')
  }
  return null
}
