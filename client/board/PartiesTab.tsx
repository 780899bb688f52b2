import { Pencil } from 'lucide-react'
import { Fragment } from 'react'
import type { DossierParty } from '../../shared/api/dossier.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { PartyTile } from '../parties/PartyTile.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { DomainGlyph } from './DomainGlyph.tsx'
import { PartyRelations } from './PartyRelations.tsx'
import { groupParties } from './party-groups.ts'
import './parties-tab.css'

interface PartiesTabProps {
  table: Table
  onGoTo(recordId: string): void
  /** Opens the way to lay a card: of the party given, or of one still to choose. */
  onAdd(partyId?: string): void
  /** Opens all that can be said of a party. */
  onEdit(partyId: string): void
}

/** Who takes part and how near each stands, as the places of the cards say it. */
export function PartiesTab({ table, onGoTo, onAdd, onEdit }: PartiesTabProps) {
  const { t } = useTranslation('dossier')
  const { parties } = useTableValue(table, 'dossier')
  const rights = useTableValue(table, 'rights')
  if (parties.length === 0) {
    return (
      <Empty title={t('parties.emptyTitle')} body={t('parties.emptyBody')}>
        {rights.add && (
          <Button variant="accent" onClick={() => onAdd()}>
            {t('parties.emptyAction')}
          </Button>
        )}
      </Empty>
    )
  }
  return (
    <table className="parties">
      <thead>
        <tr>
          <th scope="col">{t('parties.name')}</th>
          <th scope="col">{t('parties.domains')}</th>
          <th scope="col" className="parties-number">
            {t('parties.notes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groupParties(parties).map(({ group, parties: members }) => (
          <Fragment key={group}>
            <tr className="parties-group">
              <th scope="colgroup" colSpan={3}>
                {t(`parties.group.${group}`)} <span className="parties-count">{members.length}</span>
              </th>
            </tr>
            {members.map((party) => (
              <Row key={party.id} party={party} table={table} onGoTo={onGoTo} onAdd={onAdd} onEdit={onEdit} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Row({ party, table, onGoTo, onAdd, onEdit }: PartiesTabProps & { party: DossierParty }) {
  const { t, language } = useTranslation('dossier')
  const name = partyName(party, language)
  const [card] = party.cards
  const rights = useTableValue(table, 'rights')
  const canLay = card === undefined && rights.add
  return (
    <tr className="parties-row">
      <th scope="row">
        <button
          type="button"
          className="parties-name"
          aria-disabled={card === undefined && !canLay}
          aria-label={
            card === undefined
              ? canLay
                ? undefined
                : t('parties.noCard', { party: name })
              : t('parties.goTo', { party: name })
          }
          onClick={() => {
            if (card !== undefined) onGoTo(card)
            else if (canLay) onAdd(party.id)
          }}
        >
          <PartyTile icon={party.icon} seat={party.seat} missing={party.missing} />
          <span>
            <span dir="auto">{name}</span> {canLay && <span className="parties-lay">{t('parties.lay')}</span>}
            <Said party={party} />
          </span>
        </button>
        <PartyRelations table={table} partyId={party.id} />
      </th>
      <td>
        <DomainGlyph domains={party.domains} />
      </td>
      <td className="parties-number">
        {party.notes > 0 ? party.notes : <span className="parties-none">{t('parties.noNotes')}</span>}
        {rights.changeAll && (
          <Button
            variant="quiet"
            size="small"
            icon
            aria-label={t('parties.edit', { party: withoutSoftHyphens(name) })}
            onClick={() => onEdit(party.id)}
          >
            <Pencil size={16} strokeWidth={1.9} aria-hidden="true" />
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Levels and mandate, once something has been said of them. */
function Said({ party: { levels, mandate } }: { party: DossierParty }) {
  const { t } = useTranslation('dossier')
  const words = [
    ...levels.map((level) => t(`party.level.${level}`)),
    ...(mandate === null ? [] : [t(mandate ? 'parties.mandate' : 'parties.noMandate')]),
  ]
  return words.length === 0 ? null : <span className="parties-said">{words.join(' · ')}</span>
}
