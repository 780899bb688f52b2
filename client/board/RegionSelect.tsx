import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { regionChoices } from './region-choices.ts'

interface RegionSelectProps {
  table: Table
  label: string
  /** What lying in no region is called. */
  anywhere: string
  /** A region's id, or the empty string for no region. */
  value: string
  onChange(regionId: string): void
}

/** Chooses a region, grouped by plate in the order of the table. */
export function RegionSelect({ table, label, anywhere, value, onChange }: RegionSelectProps) {
  const { t, language } = useTranslation('dossier')
  const sheets = useTableValue(table, 'sheets')
  const choices = regionChoices(sheets, language, (domain) => t(`domain.${domain}`))
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      <option value="">{anywhere}</option>
      {choices.map(({ sheetId, title, regions }) => (
        <optgroup key={sheetId} label={title}>
          {regions.map((region) => (
            <option key={region.id} value={region.id}>
              {`${title} · ${region.label}`}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
