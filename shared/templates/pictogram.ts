import * as z from 'zod/mini'
import concepts from './pictograms.json' with { type: 'json' }

/** Names what a picture means, so that another set of pictures can take its place. */
export type PictogramId = keyof typeof concepts

interface Concept {
  /** Its name in the set that the pictures come from. */
  readonly icon: string
  readonly nl: string
  readonly en: string
}

/** What is shown by a picture for people who read little: each has one meaning, close to daily life. */
export const PICTOGRAMS: Readonly<Record<PictogramId, Concept>> = concepts

export const Pictogram = z.enum(Object.keys(concepts) as PictogramId[])
