import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'id'> & {
    value: string
    onChange(value: string): void
    /** A small picture of what is chosen, before its name. */
    lead?: ReactNode
  }

/** A choice from a list, with the device's own list. */
export function SelectField({ label, help, error, onChange, lead, children, ...select }: Props) {
  return (
    <Field label={label} help={help} error={error}>
      {(wiring) => (
        <div className={lead ? 'select select-led' : 'select'}>
          {lead && <span className="select-lead">{lead}</span>}
          <select {...select} {...wiring} className="input" onChange={(event) => onChange(event.target.value)}>
            {children}
          </select>
          <ChevronDown className="select-arrow" size={20} strokeWidth={1.9} aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}
