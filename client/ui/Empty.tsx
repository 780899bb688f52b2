import type { ReactNode } from 'react'
import './empty.css'

const SEATS = [0, 60, 120, 180, 240, 300]

interface EmptyProps {
  title: string
  body?: string
  /** The message is all there is on the page: its title is the page's, and it stands in the middle. */
  page?: boolean
  /** What lies on the table: a note, or a door that is shut. */
  sign?: 'note' | 'door'
  children?: ReactNode
}

/** A table with open seats, for where nothing is yet; the button that makes the first one goes inside. */
export function Empty({ title, body, page = false, sign = 'note', children }: EmptyProps) {
  const Heading = page ? 'h1' : 'h3'
  return (
    <div className={page ? 'empty empty-page' : 'empty'}>
      <svg width="112" height="112" viewBox="0 0 112 112" aria-hidden="true">
        <circle className="empty-table" cx="56" cy="56" r="35" />
        {sign === 'note' ? (
          <rect className="empty-note" x="42" y="42" width="28" height="28" rx="3" transform="rotate(-6 56 56)" />
        ) : (
          <>
            <rect className="empty-door" x="43" y="36" width="26" height="40" rx="1" />
            <circle className="empty-knob" cx="63" cy="58" r="2.6" />
          </>
        )}
        {SEATS.map((turn) => (
          <circle key={turn} className="empty-seat" cx="56" cy="8" r="7.5" transform={`rotate(${turn} 56 56)`} />
        ))}
      </svg>
      <Heading>{title}</Heading>
      {body !== undefined && <p>{body}</p>}
      {children}
    </div>
  )
}
