import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import type { RegionWords } from './region-choices.ts'

/** The words by which regions of this table are told apart. */
export function useRegionWords(table: Table): RegionWords {
  const { t, language } = useTranslation('dossier')
  const { parties } = useTableValue(table, 'dossier')
  return {
    language,
    domain: (domain) => t(`domain.${domain}`),
    party: (id) => {
      const party = parties.find((each) => each.id === id)
      return party ? withoutSoftHyphens(partyName(party, language)) : t('parties.gone')
    },
    waiting: (place) => t('parties.waiting', { place }),
  }
}
