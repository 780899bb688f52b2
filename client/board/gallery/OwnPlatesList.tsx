import { FileUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { ApiProblem, mishapOf } from '../../net/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { useToast } from '../../ui/Toast.tsx'
import { inLanguage } from '../in-language.ts'
import { DrawingFaults, FileFaults } from '../own-plates/FaultList.tsx'
import { keepPlate } from '../own-plates/own-plates.ts'
import '../own-plates/own-plates.css'
import { readPlateFile } from '../own-plates/plate-file.ts'

interface OwnPlatesListProps {
  /** How many there are, found or not; undefined while that is not known. */
  count: number | undefined
  hasFailed: boolean
  /** The cards of those that are found. */
  children: ReactNode
  onAdded(plate: Template): void
}

/** The plates that people made on this server, and the way in for one from another. */
export function OwnPlatesList({ count, hasFailed, children, onAdded }: OwnPlatesListProps) {
  const { t, language } = useTranslation(['plates', 'common'])
  const toast = useToast()
  const picker = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<ReactNode>(null)
  const bringIn = async (file: File) => {
    setFault(null)
    const read = await readPlateFile(file)
    if ('faults' in read) return setFault(<FileFaults faults={read.faults} />)
    if ('drawing' in read) return setFault(<DrawingFaults faults={read.drawing} />)
    try {
      const plate = await keepPlate(read.template)
      onAdded(plate)
      toast(t('own.imported', { title: inLanguage(plate.title, language) }))
    } catch (error) {
      setFault(whyNot(error, t))
    }
  }
  return (
    <section className="own-list" aria-labelledby="own-list">
      <div className="own-list-head">
        <h3 id="own-list">{t('own.title')}</h3>
        <Button size="small" onClick={() => picker.current?.click()}>
          <FileUp size={16} strokeWidth={1.9} aria-hidden="true" />
          {t('own.import')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label={t('own.import')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void bringIn(file)
          }}
        />
      </div>
      {fault !== null && (
        <Banner sign="error" title={t('file.title')}>
          {fault}
        </Banner>
      )}
      {hasFailed && <p>{t('own.failed')}</p>}
      {count === 0 && <p>{t('own.empty')}</p>}
      {children}
    </section>
  )
}

function whyNot(error: unknown, t: ReturnType<typeof useTranslation<'plates', 'common'>>['t']): string {
  if (error instanceof ApiProblem && error.problem === 'invalid-input')
    return t(error.fields.includes('id') ? 'taken' : 'full')
  return t(`common:problem.${mishapOf(error)}`)
}
