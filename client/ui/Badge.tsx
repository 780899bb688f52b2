import type { LucideIcon } from 'lucide-react'
import './badge.css'

export type BadgeSign = 'ok' | 'busy' | 'offline' | 'error' | 'info'

/** A state in a word with its sign; never a colour alone. */
export function Badge({ sign, icon: Icon, children }: { sign: BadgeSign; icon: LucideIcon; children: string }) {
  return (
    <span className={`badge badge-${sign}`}>
      <Icon size={14} strokeWidth={1.9} aria-hidden="true" />
      {children}
    </span>
  )
}
