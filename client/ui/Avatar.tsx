import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import './avatar.css'

interface AvatarProps {
  /** Null for somebody who gave no name. */
  initials: string | null
  /** Ground on which white can be read. */
  colour?: string
  /** A sign at the corner, so that colour is never alone. */
  mark?: ReactNode
}

/** A person as a disc with initials. Decoration: the name stands beside it or is spoken by the list around it. */
export function Avatar({ initials, colour, mark }: AvatarProps) {
  return (
    <span className="avatar" style={colour ? { backgroundColor: colour } : undefined} aria-hidden="true">
      {initials ?? <UserRound size={18} strokeWidth={2.2} />}
      {mark && <span className="avatar-mark">{mark}</span>}
    </span>
  )
}
