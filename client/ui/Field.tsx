import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import './field.css'

export interface FieldProps {
  label: string
  help?: string
  error?: string
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, help and error above what is filled in, in that order, tied to it for screen readers. */
export function Field({ label, help, error, children }: FieldProps & { children(wiring: Wiring): ReactNode }) {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          <TriangleAlert size={16} strokeWidth={1.9} aria-hidden="true" />
          {error}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}
