import { CircleCheck, CloudOff, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './banner.css'

type Sign = 'ok' | 'info' | 'warning' | 'error'
const ICONS: Record<Sign, LucideIcon> = { ok: CircleCheck, info: Info, warning: CloudOff, error: TriangleAlert }

interface BannerProps {
  sign: Sign
  title?: string
  children: ReactNode
}

/** What went wrong or right, beside the thing it concerns. */
export function Banner({ sign, title, children }: BannerProps) {
  const Icon = ICONS[sign]
  return (
    <div className={`banner banner-${sign}`} role={sign === 'error' ? 'alert' : 'status'}>
      <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
      <div>
        {title && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  )
}
