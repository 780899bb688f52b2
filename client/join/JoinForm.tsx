import { ArrowRight, ShieldCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Invitation, InvitationRequest } from '../../shared/api/invitations.ts'
import * as routes from '../../shared/api/routes.ts'
import { LIMITS } from '../../shared/limits.ts'
import { call, type Mishap, mishapOf } from '../net/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { PartyField, type PartyPick } from './PartyField.tsx'
import { TablePicture } from './TablePicture.tsx'
import './join-form.css'

interface JoinFormProps {
  invitation: Invitation
  /** What opened the table, sent again to sit down at it. */
  by: InvitationRequest
  onSeated(): void
}

/** Two questions, both free to leave open, and a seat. */
export function JoinForm({ invitation, by, onSeated }: JoinFormProps) {
  const { t } = useTranslation(['join', 'common'])
  const [name, setName] = useState('')
  const [pick, setPick] = useState<PartyPick>({ from: 'list', value: '' })
  const [isBusy, setBusy] = useState(false)
  const [mishap, setMishap] = useState<Mishap | null>(null)
  const mayOnlyWatch = invitation.role === 'viewer'

  const sit = async (role?: 'viewer') => {
    if (isBusy) return
    setBusy(true)
    setMishap(null)
    const party = (pick.from === 'own' ? pick.name : pick.value).trim()
    try {
      await call(routes.join, {
        params: { id: invitation.boardId },
        body: {
          ...('code' in by ? { code: by.code } : { secret: by.secret }),
          ...(name.trim() && { name: name.trim() }),
          ...(party && { party }),
          ...(role && { role }),
        },
      })
      onSeated()
    } catch (error) {
      setMishap(mishapOf(error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void sit()
  }
  const seated = t('people', { count: invitation.people })
  return (
    <JoinFrame
      title={invitation.title}
      picture={
        <TablePicture
          people={invitation.people}
          you={t('you')}
          words={t('peoplePicture', { count: invitation.people })}
        />
      }
    >
      <div className="join-form">
        <p className="join-welcome">{t('welcome')}</p>
        <h1 className="join-title">{invitation.title}</h1>
        <p className="join-people">{seated}</p>
        <form onSubmit={submit} noValidate>
          <TextField
            label={t('name.label')}
            help={t('name.help')}
            value={name}
            maxLength={LIMITS.nameChars}
            autoComplete="nickname"
            onChange={setName}
          />
          {!mayOnlyWatch && <PartyField atTable={invitation.parties} pick={pick} onPick={setPick} />}
          {mishap && <Banner sign="error">{t(`common:problem.${mishap}`)}</Banner>}
          <div className="join-acts">
            <Button type="submit" variant="primary" size="large" wide aria-busy={isBusy}>
              {t(mayOnlyWatch ? 'watch' : 'sit')}
              <ArrowRight className="join-arrow" size={20} strokeWidth={1.9} aria-hidden="true" />
            </Button>
            {invitation.role === 'participant' && (
              <Button variant="quiet" size="large" wide onClick={() => void sit('viewer')}>
                {t('onlyWatch')}
              </Button>
            )}
          </div>
        </form>
      </div>
      <p className="join-privacy">
        <ShieldCheck size={18} strokeWidth={1.9} aria-hidden="true" />
        {t('privacy')}
      </p>
    </JoinFrame>
  )
}
