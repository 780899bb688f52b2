import { useState } from 'react'
import type { Person } from '../../shared/api/invitations.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { PersonAvatar } from '../board/PersonAvatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'

/** A party as far as it colours a person. */
export interface SeatedParty {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly seat: number
}

interface PeopleAtTableProps {
  people: readonly Person[]
  parties: readonly SeatedParty[]
  self: string
  /** Absent for who may not show people out. */
  onShowOut?: (person: Person) => Promise<void>
}

const FACES = 9

/** Who sits at the table now; opened, a list by name. */
export function PeopleAtTable({ people, parties, self, onShowOut }: PeopleAtTableProps) {
  const { t, language } = useTranslation(['share', 'common'])
  const [isOpen, setOpen] = useState(false)
  const [asking, setAsking] = useState<string | null>(null)
  const here = people.filter((person) => person.here)
  const partyOf = ({ party }: Person) => parties.find(({ id }) => id === party)
  const partyNameOf = (person: Person) => {
    const party = partyOf(person)
    return party && withoutSoftHyphens(partyName(party, language))
  }
  const nameOf = ({ name }: Person) => name ?? t('nameless')
  const face = (person: Person) => <PersonAvatar name={person.name} party={partyOf(person)} />
  return (
    <section className="share-people">
      <div className="share-people-head">
        <h3>{t('people', { count: here.length })}</h3>
        {here.length > 0 && (
          <button type="button" className="share-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'peopleLess' : 'peopleAll')}
          </button>
        )}
      </div>
      {isOpen ? (
        <ul className="share-people-list">
          {here.map((person) => (
            <li key={person.participantId}>
              {face(person)}
              <span className="share-person">
                <span>{nameOf(person)}</span>
                <span className="share-person-role">
                  {[partyNameOf(person), t(`common:role.${person.role}`)].filter(Boolean).join(' · ')}
                </span>
              </span>
              {onShowOut && person.participantId !== self && (
                <Button
                  size="small"
                  variant={asking === person.participantId ? 'danger' : 'quiet'}
                  aria-label={t(asking === person.participantId ? 'showOutSureWho' : 'showOutWho', {
                    name: nameOf(person),
                  })}
                  onBlur={() => setAsking(null)}
                  onClick={() => {
                    if (asking !== person.participantId) return setAsking(person.participantId)
                    setAsking(null)
                    void onShowOut(person)
                  }}
                >
                  {t(asking === person.participantId ? 'showOutSure' : 'showOut')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <div className="share-faces" aria-hidden="true">
          {here.slice(0, FACES).map((person) => (
            <span key={person.participantId}>{face(person)}</span>
          ))}
          {here.length > FACES && <span className="share-faces-more">+{here.length - FACES}</span>}
        </div>
      )}
    </section>
  )
}
