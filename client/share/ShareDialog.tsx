import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Board, ChangeBoard } from '../../shared/api/boards.ts'
import type { Person } from '../../shared/api/invitations.ts'
import * as routes from '../../shared/api/routes.ts'
import { can, type Role } from '../../shared/roles.ts'
import { call, type Mishap, mishapOf } from '../net/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { LinkRow } from './LinkRow.tsx'
import { ParticipantsMayChoice } from './ParticipantsMayChoice.tsx'
import { PeopleAtTable, type SeatedParty } from './PeopleAtTable.tsx'
import { PhoneColumn } from './PhoneColumn.tsx'
import { PrintedInvitation } from './PrintedInvitation.tsx'
import './share.css'

const SHOWN_IN_ORDER: readonly Role[] = ['participant', 'viewer', 'facilitator']

interface ShareDialogProps {
  /** The table when the dialog opens; from then on it shows what the server answers. */
  board: Board
  /** Colours and marks for the people at the table. */
  parties: readonly SeatedParty[]
  onClose(): void
}

/** Everything about who may come in: links, the code, the door, and who is there. */
export function ShareDialog({ board: opened, parties, onClose }: ShareDialogProps) {
  const { t } = useTranslation(['share', 'common'])
  const [board, setBoard] = useState(opened)
  const [people, setPeople] = useState<readonly Person[]>([])
  const [mishap, setMishap] = useState<Mishap | null>(null)
  const { id, role, code } = board
  const params = { id }

  /** Runs a change; what goes wrong is said at the top of the dialog. */
  const attempt = async (change: () => Promise<void>) => {
    setMishap(null)
    await change().catch((error: unknown) => setMishap(mishapOf(error)))
  }

  useEffect(() => {
    const closing = new AbortController()
    const ask = { params: { id }, signal: closing.signal }
    Promise.all([call(routes.readBoard, ask), call(routes.readPeople, ask)]).then(
      ([now, seated]) => {
        setBoard(now)
        setPeople(seated)
      },
      (error: unknown) => {
        if (!closing.signal.aborted) setMishap(mishapOf(error))
      },
    )
    return () => closing.abort()
  }, [id])

  const renew = (of: Role) => attempt(async () => setBoard(await call(routes.renewLink, { params: { id, role: of } })))
  const change = (body: Pick<ChangeBoard, 'doorOpen' | 'participantsMay'>) =>
    attempt(async () => setBoard(await call(routes.changeBoard, { params, body })))
  const showOut = ({ participantId }: Person) =>
    attempt(async () => {
      await call(routes.showOut, { params: { id, participantId } })
      setPeople(await call(routes.readPeople, { params }))
    })
  const links = SHOWN_IN_ORDER.flatMap((of) => {
    const path = board.links[of]
    return path === undefined ? [] : [{ of, address: window.location.origin + path }]
  })

  return (
    <Dialog
      title={t('title')}
      description={t('purpose')}
      className={code === null ? 'share share-narrow' : 'share'}
      onClose={onClose}
    >
      <div className="share-main">
        {mishap && <Banner sign="error">{t(`common:problem.${mishap}`)}</Banner>}
        {links.length > 0 && (
          <ul className="share-links">
            {links.map(({ of, address }, index) => (
              <LinkRow
                key={of}
                role={of}
                address={address}
                isMain={index === 0}
                onRenew={can(role, 'links.renew') ? () => renew(of) : undefined}
              />
            ))}
          </ul>
        )}
        {can(role, 'board.settings') && (
          <div className="share-may">
            <ParticipantsMayChoice
              value={board.participantsMay}
              onChange={(may) => void change({ participantsMay: may })}
            />
          </div>
        )}
        <PeopleAtTable
          people={people}
          parties={parties}
          self={board.participantId}
          onShowOut={can(role, 'people.showOut') ? showOut : undefined}
        />
        {code !== null && (
          <div className="share-foot">
            <Button variant="quiet" onClick={() => window.print()}>
              <Printer size={20} strokeWidth={1.9} aria-hidden="true" />
              {t('print.button')}
            </Button>
            <PrintedInvitation title={board.title} code={code} />
          </div>
        )}
      </div>
      {code !== null && (
        <PhoneColumn
          code={code}
          isOpen={board.doorOpen}
          onDoor={can(role, 'board.settings') ? (doorOpen) => void change({ doorOpen }) : undefined}
        />
      )}
    </Dialog>
  )
}
