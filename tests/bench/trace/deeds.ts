import { drag, dragMany, remove, reorder, reparent, resize, restyle, rewrite } from './changing.ts'
import type { Deed, Person } from './deed.ts'
import { makeArrow, makeGeo, makeNote, makeStroke, makeText } from './making.ts'

/** All that people do, by name. */
export const DEEDS = {
  makeNote,
  makeText,
  makeGeo,
  makeStroke,
  makeArrow,
  drag,
  dragMany,
  resize,
  restyle,
  reorder,
  reparent,
  remove,
  rewrite,
} as const satisfies Record<string, (person: Person) => Deed>
export type DeedName = keyof typeof DEEDS
