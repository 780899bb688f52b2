import { Field, type FieldProps } from './Field.tsx'

const DIGITS = 6

/** The digits of what was typed or pasted, six at most. */
const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, DIGITS)

/** Six digits as people read them: two groups of three. */
export const inGroups = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code)

/** Six digits; spaces and dashes that come along are dropped. */
export function CodeField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange(value: string): void }) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          className="input input-code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={inGroups(value)}
          onChange={(event) => onChange(digitsOf(event.target.value))}
        />
      )}
    </Field>
  )
}
