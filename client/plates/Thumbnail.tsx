import type { Cover } from '../../shared/templates/cover.ts'
import { FieldsThumbnail } from './FieldsThumbnail.tsx'
import { LobesThumbnail } from './LobesThumbnail.tsx'
import { RingsThumbnail } from './RingsThumbnail.tsx'

/** A plate as a picture of 240 × 160: its shape and one sign; empty for one that is not known. Decoration: the name stands beside it. */
export function Thumbnail({ cover }: { cover: Cover | undefined }) {
  return (
    <svg viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">
      {cover && <Picture cover={cover} />}
    </svg>
  )
}

function Picture({ cover }: { cover: Cover }) {
  switch (cover.kind) {
    case 'fields-round-ring':
      return <FieldsThumbnail cover={cover} />
    case 'lobes':
      return <LobesThumbnail cover={cover} />
    case 'rings':
      return <RingsThumbnail cover={cover} />
    default:
      return cover.kind satisfies never
  }
}
