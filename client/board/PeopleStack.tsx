import { UsersRound } from 'lucide-react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { oncePerPerson } from './once-per-person.ts'
import './people-stack.css'
import { PersonAvatar } from './PersonAvatar.tsx'

/** Avatars that stand in the bar; CSS shows fewer of them where it is narrow, and on phones the number alone. */
const SHOWN = 5

/** Who is here, as one button that opens the list. */
export function PeopleStack({ table, onOpen }: { table: Table; onOpen(): void }) {
  const { t } = useTranslation('board')
  const people = oncePerPerson(useTableValue(table, 'people'))
  const { parties } = useTableValue(table, 'dossier')
  const count = people.length
  return (
    <button type="button" className="people-stack" aria-haspopup="dialog" onClick={onOpen}>
      <span className="visually-hidden">{t('people.open', { count })}</span>
      <span className="people-stack-faces">
        {people.slice(0, SHOWN).map((person) => (
          <PersonAvatar
            key={person.clientId}
            name={person.name}
            party={parties.find(({ id }) => id === person.party)}
          />
        ))}
      </span>
      {count > SHOWN && (
        <span className="people-stack-more" aria-hidden="true">
          {t('people.more', { count: count - SHOWN })}
        </span>
      )}
      {count > 3 && (
        <span className="people-stack-more people-stack-more-narrow" aria-hidden="true">
          {t('people.more', { count: count - 3 })}
        </span>
      )}
      <span className="people-stack-count" aria-hidden="true">
        <UsersRound size={22} strokeWidth={1.9} />
        {count}
      </span>
    </button>
  )
}
