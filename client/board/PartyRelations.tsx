import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { RELATION_LOOKS } from '../plates/relations/relation-looks.ts'
import { useTranslation } from '../ui/i18n.ts'
import './party-relations.css'
import { nameOfEnd } from './relation-ends.ts'

/** What the arrows on the table say of a party, seen from that party. */
export function PartyRelations({ table, partyId }: { table: Table; partyId: string }) {
  const { t, language } = useTranslation(['dossier', 'board'])
  const dossier = useTableValue(table, 'dossier')
  const said = dossier.relations
    .filter(({ from, to }) => from.id === partyId || to.id === partyId)
    .map(({ kind, from, to }) => {
      const isFrom = from.id === partyId
      const end = isFrom ? to : from
      const name = nameOfEnd(dossier, end, language) || t('board:relation.emptyNote')
      const other = end.type === 'note' ? `“${name}”` : name
      return {
        kind,
        words: isFrom ? t(`board:relation.to.${kind}`, { other }) : t(`relations.from.${kind}`, { other }),
      }
    })
  if (said.length === 0) return null
  return (
    <ul className="party-relations" aria-label={t('relations.title')}>
      {/* Arrows on several plates may say the same. */}
      {[...new Map(said.map((one) => [one.words, one])).values()].map(({ kind, words }) => {
        const Icon = RELATION_LOOKS[kind].icon
        return (
          <li key={words} dir="auto">
            <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
            <span>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
