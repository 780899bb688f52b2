import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import './rail.css'

export interface RailItem<Id extends string> {
  id: Id
  icon: LucideIcon
  label: string
  count?: number
}

interface RailProps<Id extends string> {
  label: string
  items: readonly RailItem<Id>[]
  open: Id | null
  onToggle(id: Id): void
  /** Upright at the side of the page, or lying at its foot or on top of a sheet. */
  lying?: boolean
  /** The id of the part that an open item shows. */
  controls?: string
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** A row of big buttons with a word each; one stop for the keyboard, with arrows inside. */
export function Rail<Id extends string>({ label, items, open, onToggle, lying = false, controls }: RailProps<Id>) {
  const [stop, setStop] = useState<Id | null>(null)
  const buttons = useRef(new Map<Id, HTMLButtonElement>())
  const current = items.find(({ id }) => id === (stop ?? open)) ?? items[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const here = current ? items.indexOf(current) : 0
    const target =
      event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : here + (STEPS[event.key] ?? Number.NaN)
    const next = items[(target + items.length) % items.length]
    if (!next) return
    event.preventDefault()
    setStop(next.id)
    buttons.current.get(next.id)?.focus()
  }
  return (
    <div
      className="rail"
      data-lying={lying || undefined}
      role="toolbar"
      aria-label={label}
      aria-orientation={lying ? 'horizontal' : 'vertical'}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, icon: Icon, label: word, count }) => (
        <button
          key={id}
          ref={(button) => {
            if (button) buttons.current.set(id, button)
            else buttons.current.delete(id)
          }}
          type="button"
          className="rail-item"
          tabIndex={id === current?.id ? 0 : -1}
          aria-expanded={open === id}
          aria-controls={open === id ? controls : undefined}
          onFocus={() => setStop(id)}
          onClick={() => onToggle(id)}
        >
          <Icon size={22} strokeWidth={1.9} aria-hidden="true" />
          <span className="rail-word">{word}</span>{' '}
          {count !== undefined && count > 0 && <span className="rail-count">{count}</span>}
        </button>
      ))}
    </div>
  )
}
