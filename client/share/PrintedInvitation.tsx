import { createPortal } from 'react-dom'
import { inGroups } from '../ui/CodeField.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Logo } from '../ui/Logo.tsx'
import { QrCode } from './QrCode.tsx'
import './printed-invitation.css'

/** A sheet of paper to hang in the room: only print shows it, and shows nothing else. */
export function PrintedInvitation({ title, code }: { title: string; code: string }) {
  const { t } = useTranslation(['share', 'common'])
  return createPortal(
    <div className="printed-invitation" aria-hidden="true">
      <p className="printed-name">
        <Logo size={48} />
        {t('common:name')}
      </p>
      <h1>{t('print.title')}</h1>
      <p className="printed-table">{title}</p>
      <QrCode address={`${window.location.origin}/mee/${code}`} label={t('phone.qr')} />
      <p>
        {t('print.help')} <strong>{window.location.host}</strong>
      </p>
      <p className="printed-code">{inGroups(code)}</p>
      <p>{t('print.privacy')}</p>
    </div>,
    document.body,
  )
}
