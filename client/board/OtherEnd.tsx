import { useEffect, useRef } from 'react'
import type { RelationKind } from '../../shared/records/relation-kinds.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { RELATION_LOOKS } from '../plates/relations/relation-looks.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { endsOf } from './relation-ends.ts'
import { useMedia } from './use-media.ts'

interface OtherEndProps {
  table: Table
  kind: RelationKind
  fromId: string
}

/** Asks for the other end of a relation: by a tap on the table, or from a list. */
export function OtherEnd({ table, kind, fromId }: OtherEndProps) {
  const { t, language } = useTranslation('board')
  const dossier = useTableValue(table, 'dossier')
  const Icon = RELATION_LOOKS[kind].icon
  const isTouched = useMedia('(pointer: coarse)')
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Who taps goes on tapping.
    if (!isTouched) field.current?.querySelector('select')?.focus({ preventScroll: true })
  }, [isTouched])
  return (
    <div className="relation-other" ref={field}>
      <p>
        <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
        <span>
          <strong>{t(`relation.${kind}`)}</strong>: {t('relation.other')}
        </span>
      </p>
      <SelectField label={t('relation.otherList')} value="" onChange={(id) => table.relateTo(id)}>
        <option value="">{t('relation.otherNone')}</option>
        {endsOf(dossier, language)
          .filter(({ id }) => id !== fromId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name || t('relation.emptyNote')}
            </option>
          ))}
      </SelectField>
      <Button onClick={() => table.relateTo(null)}>{t('relation.cancel')}</Button>
    </div>
  )
}
