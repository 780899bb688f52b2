import * as Y from 'yjs'
import { makeFragment, type RichText, readFragment } from './rich-text.ts'
import { packSegments, unpackSegments } from './strokes.ts'

/** Entries that hold text which merges per character. */
export const isTextKey = (key: string): boolean => key === 'p.richText' || key === 'richText'

const isSegmentsKey = (key: string): boolean => key === 'p.segments'

/** An entry's JSON as it is kept in the document: text as a fragment, strokes as bytes, all else as it is. */
export function toStored(key: string, value: unknown): unknown {
  if (isTextKey(key)) return makeFragment(value as RichText)
  if (isSegmentsKey(key)) return packSegments(value) ?? value
  return value
}

/** The JSON of a stored entry. Throws on strokes that cannot be read. */
export function fromStored(key: string, stored: unknown): unknown {
  if (stored instanceof Y.XmlFragment) return readFragment(stored)
  if (isSegmentsKey(key) && stored instanceof Uint8Array) return unpackSegments(stored)
  return stored
}
