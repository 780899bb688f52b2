/** All slots that a figure, as data, names for its notes and its party cards. */
export function slotsIn(figure: unknown): Set<string> {
  const found = new Set<string>()
  const walk = (value: unknown, key = '') => {
    if (typeof value === 'string' && (key === 'slot' || key === 'partySlot')) found.add(value)
    if (typeof value !== 'object' || value === null) return
    for (const [inner, part] of Object.entries(value)) walk(part, inner)
  }
  walk(figure)
  return found
}
