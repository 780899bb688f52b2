import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { PHONE, useMedia } from './use-media.ts'

interface OverlayProps {
  title: string
  onClose(): void
  /** Something is written that closing by accident would lose. */
  unsent?: boolean
  children: ReactNode
}

/** A short task over the board: a dialog, on a phone a sheet from below. */
export function Overlay({ title, onClose, unsent = false, children }: OverlayProps) {
  const Frame = useMedia(PHONE) ? Sheet : Dialog
  return (
    <Frame title={title} onClose={onClose} unsent={unsent}>
      {children}
    </Frame>
  )
}
