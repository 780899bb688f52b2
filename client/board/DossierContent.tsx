import { Plus } from 'lucide-react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { AnswersTab } from './AnswersTab.tsx'
import './dossier-content.css'
import type { DossierTab } from './DossierTabs.tsx'
import { PartiesTab } from './PartiesTab.tsx'

export interface DossierContentProps {
  table: Table
  tab: DossierTab
  /** Shows a record on the board. */
  onGoTo(recordId: string): void
  onAddNote(regionId?: string): void
  onAddParty(partyId?: string): void
  onEditParty(partyId: string): void
  onWriteSentence(regionId: string): void
}

/** What one tab of the dossier holds, with its main act at the foot. */
export function DossierContent({
  table,
  tab,
  onGoTo,
  onAddNote,
  onAddParty,
  onEditParty,
  onWriteSentence,
}: DossierContentProps) {
  const { t } = useTranslation('dossier')
  const { parties } = useTableValue(table, 'dossier')
  const rights = useTableValue(table, 'rights')
  return (
    <>
      <div className="dossier-body" key={tab}>
        {tab === 'parties' ? (
          <PartiesTab table={table} onGoTo={onGoTo} onAdd={onAddParty} onEdit={onEditParty} />
        ) : (
          <AnswersTab table={table} onGoTo={onGoTo} onAdd={onAddNote} onWriteSentence={onWriteSentence} />
        )}
      </div>
      {tab === 'parties' && rights.add && parties.length > 0 && (
        <footer className="dossier-foot">
          <Button variant="primary" onClick={() => onAddParty()}>
            <Plus size={18} strokeWidth={1.9} aria-hidden="true" />
            {t('parties.add')}
          </Button>
        </footer>
      )}
    </>
  )
}
