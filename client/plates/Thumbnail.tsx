import type { Template } from '../../shared/templates/schema.ts'
import { FieldsThumbnail } from './FieldsThumbnail.tsx'
import { LobesThumbnail } from './LobesThumbnail.tsx'
import { RingsThumbnail } from './RingsThumbnail.tsx'
import { templateById } from './templates.ts'

/** A plate as a picture of 240 × 160: its shape and one sign. Decoration: the name stands beside it. */
export function Thumbnail({ template: id }: { template: string }) {
  const template = templateById(id)
  return (
    <svg viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">
      {template && <Picture template={template} />}
    </svg>
  )
}

function Picture({ template }: { template: Template }) {
  switch (template.figure.kind) {
    case 'fields-round-ring':
      return <FieldsThumbnail template={template} />
    case 'lobes':
      return <LobesThumbnail figure={template.figure} />
    case 'rings':
      return <RingsThumbnail template={template} />
    default:
      return template.figure satisfies never
  }
}
