import type { Locale } from '../api/boards.ts'
import { paletteParty } from './palette.ts'

/**
 * What a party is called. One of the palette that was left at its own name speaks the reader's language; a name that
 * people gave stays as they gave it.
 */
export function partyName({ kind, name }: { kind: string; name: string }, locale: Locale): string {
  const palette = paletteParty(kind)
  return palette && (name === palette.name.nl || name === palette.name.en) ? palette.name[locale] : name
}
