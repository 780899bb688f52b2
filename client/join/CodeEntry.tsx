import { type FormEvent, useState } from 'react'
import { CodeSchema } from '../../shared/api/boards.ts'
import { Button } from '../ui/Button.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './code-entry.css'

interface CodeEntryProps {
  label: string
  /** What is wrong with the code before it: it did not open a table. */
  error?: string
  submit: string
  onCode(code: string): void
}

/** Six digits and a button. */
export function CodeEntry({ label, error, submit, onCode }: CodeEntryProps) {
  const { t } = useTranslation('join')
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const parsed = CodeSchema.safeParse(code)
    setShort(!parsed.success)
    if (parsed.success) onCode(parsed.data)
  }
  return (
    <form className="code-entry" onSubmit={send} noValidate>
      <CodeField
        label={label}
        error={isShort ? t('code.short') : error}
        value={code}
        onChange={(next) => {
          setCode(next)
          setShort(false)
        }}
      />
      <Button type="submit" variant="primary" size="large">
        {submit}
      </Button>
    </form>
  )
}
