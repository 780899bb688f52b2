import { type FormEvent, useMemo, useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { ApiProblem, mishapOf } from '../../net/api.ts'
import { EmptyPlate } from '../../plates/EmptyPlate.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { AboutPlate } from './AboutPlate.tsx'
import { DrawingFaults } from './FaultList.tsx'
import { tooSmall } from './from-drawing.ts'
import { keepPlate } from './own-plates.ts'
import { firstForm, makePlate, ownId, type PlateForm, type PlateSource } from './plate-form.ts'
import { RegionFields } from './RegionFields.tsx'
import { slotNames } from './slot-names.ts'

interface OwnPlateFormProps {
  source: PlateSource
  onTouch(): void
  onSaved(plate: Template): void
}

/** What the plate and its fields are called, beside the plate as it will lie on the table. */
export function OwnPlateForm({ source, onTouch, onSaved }: OwnPlateFormProps) {
  const { t, language } = useTranslation(['plates', 'common'])
  const [form, setForm] = useState(() => firstForm(source))
  const [isAsked, setAsked] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | { failed: string }>('idle')
  const slots = useMemo(() => ('drawing' in source ? slotNames(language) : []), [source, language])
  const change = (part: Partial<PlateForm>) => {
    onTouch()
    setForm((before) => ({ ...before, ...part }))
  }
  // While names are missing the plate is shown with what stands there for them.
  const shown = useMemo(() => makePlate(source, withNames(form, t)), [source, form, t])
  const small = 'drawing' in source ? tooSmall(source.drawing) : []
  const nameless = form.regions.findIndex(({ label }) => label.nl.trim() === '')
  const missing =
    form.title.nl.trim() === '' ? t('nameNeeded') : nameless >= 0 ? t('regionNeeded', { number: nameless + 1 }) : null

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (state === 'busy' || missing !== null || 'wrong' in shown || shown.faults.length > 0) return
    const made = makePlate(source, { ...form, id: ownId(form.title.nl) })
    if ('wrong' in made) return setState({ failed: t('wrong', { places: made.wrong.join(', ') }) })
    setState('busy')
    try {
      onSaved(await keepPlate(made.template))
    } catch (error) {
      const isFull = error instanceof ApiProblem && error.problem === 'invalid-input'
      setState({ failed: isFull ? t('full') : t(`common:problem.${mishapOf(error)}`) })
    }
  }
  return (
    <form className="own-plate-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="own-plate-fields">
        <AboutPlate form={form} error={isAsked ? missing : null} onChange={change} />
        <RegionFields regions={form.regions} slots={slots} onChange={(regions) => change({ regions })} />
      </div>
      <div className="own-plate-side">
        <h3>{t('preview')}</h3>
        {'template' in shown && (
          <div className="own-plate-preview">
            <EmptyPlate template={shown.template} locale={language} />
          </div>
        )}
        {small.length > 0 ? (
          <Banner sign="error">
            {t('faults.tiny', {
              names: small.map((at) => form.regions[at]?.label.nl || t('region', { number: at + 1 })).join(', '),
            })}
          </Banner>
        ) : 'wrong' in shown ? (
          <Banner sign="error">{t('wrong', { places: shown.wrong.join(', ') })}</Banner>
        ) : (
          shown.faults.length > 0 && (
            <Banner sign="error">
              <DrawingFaults faults={shown.faults} />
            </Banner>
          )
        )}
        {isAsked && missing !== null && <Banner sign="error">{missing}</Banner>}
        {typeof state === 'object' && (
          <Banner sign="error" title={t('refused')}>
            {state.failed}
          </Banner>
        )}
        <Button type="submit" variant="primary" size="large" aria-disabled={state === 'busy'}>
          {t(state === 'busy' ? 'saving' : 'save')}
        </Button>
      </div>
    </form>
  )
}

/** For the preview, and never kept. */
const withNames = (
  form: Omit<PlateForm, 'id'>,
  t: (key: 'untitled' | 'region', values?: { number: number }) => string,
): PlateForm => ({
  ...form,
  id: 'eigen-proef',
  title: form.title.nl.trim() === '' ? { nl: t('untitled'), en: t('untitled') } : form.title,
  regions: form.regions.map((region, index) =>
    region.label.nl.trim() === ''
      ? { ...region, label: { nl: t('region', { number: index + 1 }), en: t('region', { number: index + 1 }) } }
      : region,
  ),
})
