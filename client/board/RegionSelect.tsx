import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { regionChoices } from './region-choices.ts'
import { useRegionWords } from './use-region-words.ts'

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
  const sheets = useTableValue(table, 'sheets')
  const choices = regionChoices(sheets, useRegionWords(table))
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
