type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** JSON `after`, with every part that equals `before` taken from there: tldraw compares by identity. */
export function keepIdentity<T>(before: T, after: T): T
export function keepIdentity(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept: unknown[] = after.map((item, at) => keepIdentity(before[at], item))
    return kept.length === before.length && kept.every((item, at) => Object.is(item, before[at])) ? before : kept
  }
  if (!isPlain(before) || !isPlain(after)) return after
  const kept: Plain = {}
  let isSame = true
  for (const key of Object.keys(after)) {
    kept[key] = keepIdentity(before[key], after[key])
    if (!Object.is(kept[key], before[key])) isSame = false
  }
  // A member that is undefined counts as absent.
  for (const key of Object.keys(before)) if (before[key] !== undefined && !(key in after)) isSame = false
  return isSame ? before : kept
}
