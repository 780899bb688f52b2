import type { DossierParty } from '../../../shared/api/dossier.ts'
import { withoutSoftHyphens } from '../../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../../shared/parties/party-name.ts'
import { useTableValue } from '../../canvas/hooks.ts'
import type { Table } from '../../canvas/table.ts'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { useToast } from '../../ui/Toast.tsx'
import { Overlay } from '../Overlay.tsx'

interface RemovePartyProps {
  table: Table
  party: DossierParty
  onBack(): void
  onClose(): void
}

/** Says what goes with a party before it goes, and offers to put it back afterwards. */
export function RemoveParty({ table, party, onBack, onClose }: RemovePartyProps) {
  const { t, language } = useTranslation('dossier')
  const toast = useToast()
  const { regions } = useTableValue(table, 'dossier')
  const name = withoutSoftHyphens(partyName(party, language))
  const own = regions.filter((region) => region.party === party.id)
  const notes = new Set(own.flatMap(({ answers }) => answers.map(({ noteId }) => noteId))).size
  const plates = new Set(own.map(({ sheetId }) => sheetId)).size
  const remove = () => {
    table.removeParty(party.id)
    onClose()
    toast(t('party.removed', { party: name }), { label: t('party.putBack'), act: () => table.undo() })
  }
  return (
    <Overlay title={t('party.removeTitle', { party: name })} onClose={onClose}>
      <div className="party-remove">
        <p>{t('party.goes')}</p>
        <ul>
          <li>{t('party.goesCards', { count: party.cards.length })}</li>
          {plates > 0 && <li>{t('party.goesPlaces', { count: plates })}</li>}
          {notes > 0 && <li>{t('party.goesNotes', { count: notes })}</li>}
        </ul>
        <p>{t('party.stays')}</p>
        <div className="party-form-foot">
          <Button variant="danger" size="large" data-first-focus onClick={remove}>
            {t('party.removeNow')}
          </Button>
          <Button size="large" onClick={onBack}>
            {t('party.keep')}
          </Button>
        </div>
      </div>
    </Overlay>
  )
}
