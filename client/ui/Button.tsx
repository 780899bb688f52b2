import { type ComponentProps, type MouseEvent, useId } from 'react'
import './button.css'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: 'primary' | 'second' | 'quiet' | 'danger' | 'accent'
  size?: 'small' | 'medium' | 'large'
  /** Only an icon inside: square, and the name comes from `aria-label`. */
  icon?: boolean
  wide?: boolean
  /** Why it cannot be used now. The button stays reachable and says this instead of acting. */
  reason?: string
}

/** A verb that can be pressed. One primary button per view. */
export function Button({
  variant = 'second',
  size = 'medium',
  icon = false,
  wide = false,
  reason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const isOff = reason !== undefined
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault()
    else onClick?.(event)
  }
  const names = [
    'button',
    `button-${variant}`,
    `button-${size}`,
    icon && 'button-icon',
    wide && 'button-wide',
    className,
  ]
  return (
    <button
      {...rest}
      type={type}
      className={names.filter(Boolean).join(' ')}
      onClick={press}
      aria-disabled={isOff || rest['aria-disabled'] || undefined}
      aria-describedby={isOff ? reasonId : rest['aria-describedby']}
    >
      {children}
      {isOff && (
        <span className="button-reason" id={reasonId} role="tooltip">
          {reason}
        </span>
      )}
    </button>
  )
}
