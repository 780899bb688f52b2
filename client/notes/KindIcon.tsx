import type { NoteKind } from '../../shared/records/note-kind.ts'
import { KIND_PATHS, KIND_STROKE } from './kind-paths.ts'

/** The sign of a kind. Decoration: the word stands beside it. */
export function KindIcon({ kind, size = 19 }: { kind: NoteKind; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={KIND_STROKE}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={KIND_PATHS[kind]} />
    </svg>
  )
}
