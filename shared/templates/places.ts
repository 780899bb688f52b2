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
