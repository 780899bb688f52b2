import { type RefObject, useRef, useState } from 'react'
import { LIMITS } from '../../shared/limits.ts'
import { useTranslation } from '../ui/i18n.ts'

export interface TableName {
  /** What a `TextField` needs to ask for it. */
  field: {
    ref: RefObject<HTMLInputElement | null>
    label: string
    error: string | undefined
    value: string
    maxLength: number
    onChange(name: string): void
  }
  /** The name without the spaces round it. Where there is none, the field says so and has the focus. */
  ask(): string
}

/** The name of a table that is to be made. */
export function useTableName(): TableName {
  const { t } = useTranslation('home')
  const [value, setValue] = useState('')
  const [isMissing, setMissing] = useState(false)
  const ref = useRef<HTMLInputElement>(null)

  const onChange = (name: string) => {
    setValue(name)
    setMissing(false)
  }
  const ask = () => {
    const name = value.trim()
    setMissing(name === '')
    if (name === '') ref.current?.focus()
    return name
  }
  const error = isMissing ? t('new.nameMissing') : undefined
  return { field: { ref, label: t('new.name'), error, value, maxLength: LIMITS.titleChars, onChange }, ask }
}
