import { NOTE_KINDS, type NoteKind } from '../../shared/records/note-kind.ts'

/** What people lay most, wherever it lies. */
const COMMON: readonly NoteKind[] = ['fact', 'question', 'idea']

/** The kinds that are one tap away: what it is, what its place asks for, and what people lay most. Its place in the row does
 * not change with the choice. */
export function offeredKinds(kind: NoteKind | null, asks: readonly NoteKind[], most: number): NoteKind[] {
  const offered = [...new Set([...asks, ...COMMON])].slice(0, most)
  if (kind === null || offered.includes(kind)) return offered
  return [kind, ...offered.slice(0, most - 1)]
}

/** All kinds, those of one place first. */
export const allKinds = (asks: readonly NoteKind[]): NoteKind[] => [...new Set([...asks, ...NOTE_KINDS])]
