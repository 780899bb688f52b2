import { DoorClosed, DoorOpen } from 'lucide-react'
import { inGroups } from '../ui/CodeField.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Switch } from '../ui/Switch.tsx'
import { QrCode } from './QrCode.tsx'

interface PhoneColumnProps {
  code: string
  isOpen: boolean
  /** Absent for who may not open or close the door. */
  onDoor?: (open: boolean) => void
}

/** How somebody in the room comes in by telephone, and whether the door is open for that. */
export function PhoneColumn({ code, isOpen, onDoor }: PhoneColumnProps) {
  const { t } = useTranslation('share')
  const Door = isOpen ? DoorOpen : DoorClosed
  return (
    <section className="share-phone" aria-labelledby="share-phone-title">
      <h3 id="share-phone-title">{t('phone.title')}</h3>
      <p className="share-phone-help">
        {t('phone.help')} <strong>{window.location.host}</strong>
      </p>
      <div className={isOpen ? 'share-qr' : 'share-qr share-qr-shut'}>
        <QrCode address={`${window.location.origin}/mee/${code}`} label={t('phone.qr')} />
      </div>
      <p className="share-code">
        <span className="visually-hidden">{t('phone.code', { code: [...code].join(' ') })}</span>
        <span aria-hidden="true">{inGroups(code)}</span>
      </p>
      <div className="share-door">
        <Switch
          label={t('door.label')}
          state={t(isOpen ? 'door.open' : 'door.shut')}
          help={t(isOpen ? 'door.openMeans' : 'door.shutMeans')}
          icon={
            <Door className={isOpen ? 'share-door-open' : undefined} size={28} strokeWidth={1.9} aria-hidden="true" />
          }
          checked={isOpen}
          reason={onDoor ? undefined : t('door.notYours')}
          onChange={(open) => onDoor?.(open)}
        />
      </div>
      <p className="share-door-note">{t('door.note')}</p>
    </section>
  )
}
