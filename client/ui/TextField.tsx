import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps &
  Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id'> & { value: string; onChange(value: string): void }

/** One line of text. */
export function TextField({ label, help, error, onChange, ...input }: Props) {
  return (
    <Field label={label} help={help} error={error}>
      {(wiring) => (
        <input
          type="text"
          {...input}
          {...wiring}
          className="input"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
