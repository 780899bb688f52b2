import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { Dossier } from '../../shared/api/dossier.ts'
import { useTableValue } from '../canvas/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { DossierContent, type DossierContentProps } from './DossierContent.tsx'
import './dossier-panel.css'

/** One tab of the dossier beside the board: what the software reads from the places of things, live. */
export function DossierPanel({ onClose, ...content }: DossierContentProps & { onClose(): void }) {
  const { t } = useTranslation('dossier')
  const { table, tab } = content
  const dossier = useTableValue(table, 'dossier')
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the tab.
  useEffect(() => heading.current?.focus(), [tab])
  return (
    <section className="dossier" aria-labelledby={title}>
      <header className="dossier-head">
        <div>
          <h2 ref={heading} id={title} tabIndex={-1}>
            {t(`${tab}.title`)}
          </h2>
          <p>{tab === 'parties' ? <PartiesPurpose dossier={dossier} /> : t('answers.purpose')}</p>
        </div>
        <Button variant="quiet" icon aria-label={t('close')} onClick={onClose}>
          <X size={20} strokeWidth={1.9} aria-hidden="true" />
        </Button>
      </header>
      <DossierContent {...content} />
    </section>
  )
}

function PartiesPurpose({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier')
  const missing = dossier.parties.filter((party) => party.missing).length
  const parties = t('parties.summary', { count: dossier.parties.length - missing })
  return (
    <>
      {missing > 0 ? t('parties.summaryMissing', { count: missing, parties }) : parties} {t('parties.moves')}
    </>
  )
}
