import { lazy, Suspense, useMemo, useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { TEMPLATES } from '../../plates/all-templates.ts'
import { templateById } from '../../plates/templates.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { useToast } from '../../ui/Toast.tsx'
import { inLanguage } from '../in-language.ts'
import { findPlates, type PlateQuery } from './find-plates.ts'
import { GalleryFilters } from './GalleryFilters.tsx'
import { OwnPlatesList } from './OwnPlatesList.tsx'
import { PlateCard } from './PlateCard.tsx'
import { PlateDetail } from './PlateDetail.tsx'
import './gallery.css'
import { useOwnPlates } from './use-own-plates.ts'

const OwnPlateDialog = lazy(() => import('../own-plates/OwnPlateDialog.tsx'))

interface GalleryProps {
  /** Lays a plate on the table; fails when the server does not take it. */
  onLay(template: string): Promise<void>
  onClose(): void
}

/** Where a plate is found: by what the group wants to do, by the way of meeting, by its words. */
export default function Gallery({ onLay, onClose }: GalleryProps) {
  const { t, language } = useTranslation(['board', 'plates'])
  const toast = useToast()
  const own = useOwnPlates()
  const [query, setQuery] = useState<PlateQuery>({ words: '', withLittleText: false })
  const [chosen, setChosen] = useState<string>()
  const [copied, setCopied] = useState<Template>()
  const found = useMemo(() => findPlates(TEMPLATES, query, language), [query, language])
  const foundOwn = useMemo(() => findPlates(own.plates ?? [], query, language), [own.plates, query, language])
  const shown = chosen === undefined ? undefined : templateById(chosen)
  const cards = (templates: readonly Template[]) => (
    <ul className="gallery-grid">
      {templates.map((template) => (
        <li key={template.id}>
          <PlateCard template={template} isChosen={template.id === chosen} onChoose={() => setChosen(template.id)} />
        </li>
      ))}
    </ul>
  )
  const added = (plate: Template) => {
    own.refresh()
    setChosen(plate.id)
  }
  const removed = ({ title }: Template) => {
    toast(t('plates:own.removed', { title: inLanguage(title, language) }))
    setChosen(undefined)
    own.refresh()
  }
  return (
    <Dialog title={t('gallery.title')} className="gallery" onClose={onClose}>
      <div className="gallery-body" data-shows={shown ? 'plate' : 'list'}>
        <div className="gallery-list">
          <GalleryFilters query={query} onChange={setQuery} />
          <p className="visually-hidden" role="status">
            {t('gallery.found', { count: found.length + foundOwn.length })}
          </p>
          <OwnPlatesList count={own.plates?.length} hasFailed={own.hasFailed} onAdded={added}>
            {foundOwn.length > 0 && cards(foundOwn)}
          </OwnPlatesList>
          <h3 className="own-list-others">{t('plates:own.others')}</h3>
          {found.length === 0 ? <Empty title={t('gallery.none')} body={t('gallery.noneBody')} /> : cards(found)}
        </div>
        {shown ? (
          <PlateDetail
            key={shown.id}
            template={shown}
            onLay={() => onLay(shown.id)}
            onCopy={() => setCopied(shown)}
            onRemoved={() => removed(shown)}
            onBack={() => setChosen(undefined)}
          />
        ) : (
          <p className="gallery-hint">{t('gallery.hint')}</p>
        )}
      </div>
      {copied && (
        <Suspense>
          <OwnPlateDialog
            wish={{ template: copied }}
            onClose={() => setCopied(undefined)}
            onSaved={(plate) => {
              setCopied(undefined)
              added(plate)
            }}
          />
        </Suspense>
      )}
    </Dialog>
  )
}
