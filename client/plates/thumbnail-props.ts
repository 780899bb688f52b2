import type { LucideIcon } from 'lucide-react'
import type { Cover } from '../../shared/templates/cover.ts'

export interface ThumbnailProps {
  cover: Cover
  /** The sign in the middle. The icons of all plates would be too much for pages that show a few of them. */
  glyph: LucideIcon | undefined
}
