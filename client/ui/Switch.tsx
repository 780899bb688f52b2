import { type ReactNode, useId } from 'react'
import './switch.css'

interface SwitchProps {
  label: string
  /** What is so now, in words: a position alone says too little. */
  state: string
  help?: string
  icon?: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  reason?: string
}

/** Something that is on or off, at once. */
export function Switch({ label, state, help, icon, checked, onChange, reason }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch-row">
      {icon}
      <span className="switch-words">
        <span className="switch-label" id={`${id}-state`}>
          {state}
        </span>
        <span className="switch-help" id={`${id}-help`}>
          {reason ?? help}
        </span>
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={checked}
        aria-label={label}
        aria-describedby={`${id}-state ${id}-help`}
        aria-disabled={reason !== undefined || undefined}
        onClick={() => reason === undefined && onChange(!checked)}
      />
    </div>
  )
}
