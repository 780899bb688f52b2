import type { Party } from '../records/party.ts'
import type { FieldData } from './region-schema.ts'

/** The place of one party on a plate that has one for each. */
export interface Place {
  /** Record id of the party, or null while the place waits for one. */
  readonly party: string | null
  /** The party's key in the palette: for some, plates print examples. */
  readonly kind: string
}

export const waitingPlaces = (count: number): Place[] =>
  Array.from({ length: count }, () => ({ party: null, kind: 'own' }))

/** More parties than this have no place of their own on one plate; it would be too large to read. */
const MOST_PLACES = 24

/** A place for each party in the order of their seats, and at least so many; none on a plate that has none. */
export function placesFor(least: number, parties: readonly Party[]): Place[] {
  if (least === 0) return []
  const seated = parties
    .toSorted((a, b) => a.seat - b.seat || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_PLACES)
    .map(({ id, kind }) => ({ party: id, kind }))
  return [...seated, ...waitingPlaces(Math.max(0, least - seated.length))]
}

const keyAt = (place: number, key: string): string => `p${place + 1}.${key}`

/** The region of one party: the same in all places, but for whom it is. Places are counted from 0. */
export const regionFor = <Data extends Pick<FieldData, 'key'>>(data: Data, place: number): Data => ({
  ...data,
  key: keyAt(place, data.key),
})

/** What a region of a place is called in every place, or null for a region that belongs to none. */
export function placeOfKey(key: string): { place: number; key: string } | null {
  const [, place, own] = /^p(\d+)\.(.+)$/.exec(key) ?? []
  return place === undefined || own === undefined ? null : { place: Number(place) - 1, key: own }
}
