/** 30–45, or 30 where both are the same. */
export const rangeIn = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}–${to}`)
