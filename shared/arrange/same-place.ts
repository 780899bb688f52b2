import { placeOfKey } from '../templates/places.ts'

type Places = readonly (string | null)[]

/**
 * Which place of before goes on as which one now, both counted from 0. A party takes along all that lies at its place; who
 * comes anew inherits what lies at a place that waited. What lay at the place of a party that is gone waits there, if
 * that place is free; otherwise it has no place any more.
 */
export function followPlaces(before: Places, now: Places): Map<number, number> {
  const known = new Set(before)
  const isFree = (place: number) => {
    const party = now[place]
    return party === null || (party !== undefined && !known.has(party))
  }
  const follow = new Map<number, number>()
  for (const [place, party] of before.entries()) {
    const same = party === null ? -1 : now.indexOf(party)
    if (same >= 0) follow.set(place, same)
  }
  for (const [place, party] of before.entries()) {
    if (follow.has(place)) continue
    if (party === null) {
      const taken = new Set(follow.values())
      const next = [place, ...now.keys()].find((other) => isFree(other) && !taken.has(other))
      if (next !== undefined) follow.set(place, next)
    } else if (now[place] === null) follow.set(place, place)
  }
  return follow
}

/** What a region of before is called now, or null if it is gone. */
export function followKey(key: string, places: ReadonlyMap<number, number>): string | null {
  const own = placeOfKey(key)
  if (own === null) return key
  const place = places.get(own.place)
  return place === undefined ? null : `p${place + 1}.${own.key}`
}
