import { useMemo, useState } from 'react'
import { TEMPLATES } from '../../plates/all-templates.ts'
import { templateById } from '../../plates/templates.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { findPlates, type PlateQuery } from './find-plates.ts'
import { GalleryFilters } from './GalleryFilters.tsx'
import { PlateCard } from './PlateCard.tsx'
import { PlateDetail } from './PlateDetail.tsx'
import './gallery.css'

interface GalleryProps {
  /** Lays a plate on the table; fails when the server does not take it. */
  onLay(template: string): Promise<void>
  onClose(): void
}

/** Where a plate is found: by what the group wants to do, by the way of meeting, by its words. */
export default function Gallery({ onLay, onClose }: GalleryProps) {
  const { t, language } = useTranslation('board')
  const [query, setQuery] = useState<PlateQuery>({ words: '', withLittleText: false })
  const [chosen, setChosen] = useState<string>()
  const found = useMemo(() => findPlates(TEMPLATES, query, language), [query, language])
  const shown = chosen === undefined ? undefined : templateById(chosen)
  return (
    <Dialog title={t('gallery.title')} className="gallery" onClose={onClose}>
      <div className="gallery-body" data-shows={shown ? 'plate' : 'list'}>
        <div className="gallery-list">
          <GalleryFilters query={query} onChange={setQuery} />
          <p className="visually-hidden" role="status">
            {t('gallery.found', { count: found.length })}
          </p>
          {found.length === 0 ? (
            <Empty title={t('gallery.none')} body={t('gallery.noneBody')} />
          ) : (
            <ul className="gallery-grid">
              {found.map((template) => (
                <li key={template.id}>
                  <PlateCard
                    template={template}
                    isChosen={template.id === chosen}
                    onChoose={() => setChosen(template.id)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        {shown ? (
          <PlateDetail
            key={shown.id}
            template={shown}
            onLay={() => onLay(shown.id)}
            onBack={() => setChosen(undefined)}
          />
        ) : (
          <p className="gallery-hint">{t('gallery.hint')}</p>
        )}
      </div>
    </Dialog>
  )
}
