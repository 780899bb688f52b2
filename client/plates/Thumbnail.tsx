import type { Cover } from '../../shared/templates/cover.ts'
import { FieldsThumbnail } from './FieldsThumbnail.tsx'
import { LobesThumbnail } from './LobesThumbnail.tsx'
import { RingsThumbnail } from './RingsThumbnail.tsx'
import { StackThumbnail } from './StackThumbnail.tsx'
import type { ThumbnailProps } from './thumbnail-props.ts'
import { WheelThumbnail } from './WheelThumbnail.tsx'

/** A plate as a picture of 240 × 160: its shape and one sign; empty for one that is not known. Decoration: the name stands beside it. */
export function Thumbnail({ cover, glyph }: { cover: Cover | undefined; glyph?: ThumbnailProps['glyph'] }) {
  return (
    <svg viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">
      {cover && <Picture cover={cover} glyph={glyph} />}
    </svg>
  )
}

function Picture({ cover, glyph }: ThumbnailProps) {
  switch (cover.kind) {
    case 'wheel':
      return <WheelThumbnail cover={cover} glyph={glyph} />
    case 'fields-round-ring':
      return <FieldsThumbnail cover={cover} glyph={glyph} />
    case 'lobes':
      return <LobesThumbnail cover={cover} glyph={glyph} />
    case 'rings':
      return <RingsThumbnail cover={cover} />
    case 'stack':
    case 'free':
      return <StackThumbnail cover={cover} glyph={glyph} />
    default:
      return cover.kind satisfies never
  }
}
