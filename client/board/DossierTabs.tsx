import { MessageSquareText, UsersRound } from 'lucide-react'
import type { Dossier } from '../../shared/api/dossier.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { Rail } from './Rail.tsx'

const DOSSIER_TABS = ['parties', 'answers'] as const
export type DossierTab = (typeof DOSSIER_TABS)[number]

const countAnswers = ({ regions, loose }: Dossier): number =>
  new Set([...regions.flatMap(({ answers }) => answers), ...loose].map(({ noteId }) => noteId)).size

interface DossierTabsProps {
  table: Table
  open: DossierTab | null
  onToggle(tab: DossierTab): void
  lying?: boolean
  controls?: string
}

/** The dossier's tabs with what each holds, upright in the rail or lying on a sheet. */
export function DossierTabs({ table, open, onToggle, lying, controls }: DossierTabsProps) {
  const { t } = useTranslation('dossier')
  const dossier = useTableValue(table, 'dossier')
  const counts = { parties: dossier.parties.length, answers: countAnswers(dossier) }
  const icons = { parties: UsersRound, answers: MessageSquareText }
  return (
    <Rail
      label={t('title')}
      lying={lying}
      controls={controls}
      open={open}
      onToggle={onToggle}
      items={DOSSIER_TABS.map((id) => ({
        id,
        icon: icons[id],
        label: t(`${id}.tab`),
        count: counts[id],
      }))}
    />
  )
}
