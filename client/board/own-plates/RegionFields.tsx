import { useTranslation } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { PairField } from './PairField.tsx'
import { OWN_SIGN, type RegionForm } from './plate-form.ts'
import type { SlotName } from './slot-names.ts'

interface RegionFieldsProps {
  regions: readonly RegionForm[]
  /** What a region can mean besides what it says; none where that is settled already. */
  slots: readonly SlotName[]
  onChange(regions: readonly RegionForm[]): void
}

/** Name and question of every field of the plate, in its reading order. */
export function RegionFields({ regions, slots, onChange }: RegionFieldsProps) {
  const { t } = useTranslation('plates')
  const change = (at: number, part: Partial<RegionForm>) =>
    onChange(regions.map((region, index) => (index === at ? { ...region, ...part } : region)))
  const pairs = (region: RegionForm, at: number, half: 'nl' | 'en') => (
    <>
      <PairField
        label={t('regionName', { number: at + 1 })}
        half={half}
        value={region.label}
        maxLength={60}
        onChange={(label) => change(at, { label })}
      />
      <PairField
        label={t('regionQuestion', { number: at + 1 })}
        half={half}
        value={region.question}
        maxLength={160}
        onChange={(question) => change(at, { question })}
      />
    </>
  )
  return (
    <fieldset className="own-plate-part">
      <legend>{t('regions')}</legend>
      {regions.map((region, at) => (
        // Regions have no name of their own here, and never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="own-plate-region">
          {pairs(region, at, 'nl')}
          {slots.length > 0 && (
            <SelectField
              label={t('slot', { number: at + 1 })}
              value={region.slot}
              onChange={(slot) =>
                change(at, { slot, icon: slots.find((each) => each.slot === slot)?.icon ?? OWN_SIGN })
              }
            >
              <option value="">{t('slotOwn')}</option>
              {slots.map(({ slot, name }) => (
                <option key={slot} value={slot}>
                  {`${name} (${slot})`}
                </option>
              ))}
            </SelectField>
          )}
          <details>
            <summary>{t('english')}</summary>
            {pairs(region, at, 'en')}
          </details>
        </div>
      ))}
    </fieldset>
  )
}
