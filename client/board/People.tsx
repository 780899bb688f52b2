import { useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { can } from '../../shared/roles.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { PresentPerson, Table } from '../canvas/table.ts'
import { call } from '../net/api.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { oncePerPerson } from './once-per-person.ts'
import './people.css'
import { PersonAvatar } from './PersonAvatar.tsx'

interface PeopleProps {
  table: Table
  /** Somebody is followed now: the board should be in view. */
  onFollow(): void
  onShare(): void
}

/** Everybody who has the table open: see what one sees, or, as gespreksleider, show one out. */
export function People({ table, onFollow, onShare }: PeopleProps) {
  const { t } = useTranslation('board')
  const people = oncePerPerson(useTableValue(table, 'people'))
  const [leaving, setLeaving] = useState<PresentPerson | null>(null)
  const isAlone = people.every(({ self }) => self)
  if (leaving) return <ShowOut table={table} person={leaving} onDone={() => setLeaving(null)} />
  return (
    <div className="people">
      <p className="people-purpose">{t('people.purpose')}</p>
      <ul>
        {people.map((person) => (
          <Row
            key={person.clientId}
            table={table}
            person={person}
            onFollow={onFollow}
            onShowOut={() => setLeaving(person)}
          />
        ))}
      </ul>
      {isAlone && !table.board.isSample && (
        <Empty title={t('people.first')} body={t('people.firstBody')}>
          <Button variant="primary" onClick={onShare}>
            {t('people.invite')}
          </Button>
        </Empty>
      )}
    </div>
  )
}

interface RowProps {
  table: Table
  person: PresentPerson
  onFollow(): void
  onShowOut(): void
}

function Row({ table, person, onFollow, onShowOut }: RowProps) {
  const { t, language } = useTranslation('board')
  const { parties } = useTableValue(table, 'dossier')
  const party = parties.find(({ id }) => id === person.party)
  const name = person.name ?? t('people.nameless')
  return (
    <li className="people-row">
      <PersonAvatar name={person.name} party={party} />
      <span className="people-who">
        <b dir="auto">{name}</b>
        {person.self && <span> ({t('people.you')})</span>}
        <br />
        <span className="people-party">{party ? partyName(party, language) : t('people.noParty')}</span>
      </span>
      {!person.self && (
        <Button
          size="small"
          aria-pressed={person.followed}
          aria-label={t(person.followed ? 'people.unfollowWho' : 'people.followWho', { name })}
          onClick={() => {
            if (person.followed) return table.stopFollowing()
            table.follow(person.clientId)
            onFollow()
          }}
        >
          {t(person.followed ? 'people.unfollow' : 'people.follow')}
        </Button>
      )}
      {!person.self && can(table.board.role, 'people.showOut') && (
        <Button size="small" variant="quiet" aria-label={t('people.showOutWho', { name })} onClick={onShowOut}>
          {t('people.showOut')}
        </Button>
      )}
    </li>
  )
}

function ShowOut({ table, person, onDone }: { table: Table; person: PresentPerson; onDone(): void }) {
  const { t } = useTranslation('board')
  const [failed, setFailed] = useState(false)
  const name = person.name ?? t('people.nameless')
  const showOut = async () => {
    setFailed(false)
    try {
      await call(routes.showOut, { params: { id: table.board.id, participantId: person.participantId } })
      onDone()
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="people-show-out">
      <p>
        <b>{t('people.showOutTitle', { name })}</b>
      </p>
      <p>{t('people.showOutBody', { name })}</p>
      {failed && (
        <p className="people-failed" role="alert">
          {t('people.showOutFailed')}
        </p>
      )}
      <div className="people-choices">
        <Button variant="danger" onClick={() => void showOut()}>
          {t('people.showOut')}
        </Button>
        <Button onClick={onDone}>{t('people.cancel')}</Button>
      </div>
    </div>
  )
}
