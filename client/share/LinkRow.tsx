import { Check, Ellipsis, Eye, Link2, Pencil, RefreshCw, Sofa } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Role } from '../../shared/roles.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { copyText } from './copy-text.ts'

const ICONS = { participant: Pencil, viewer: Eye, facilitator: Sofa } as const
/** How long the button says that it worked, in ms. */
const SAYS_COPIED_MS = 4_000

interface LinkRowProps {
  role: Role
  address: string
  isMain: boolean
  /** Absent for who may not renew links. */
  onRenew?: () => Promise<void>
}

/** The link of one role: what it allows, copy it, and make the old one void. */
export function LinkRow({ role, address, isMain, onRenew }: LinkRowProps) {
  const { t } = useTranslation(['share', 'common'])
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (copied !== 'yes') return
    const timer = setTimeout(() => setCopied('no'), SAYS_COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const Icon = ICONS[role]
  const CopyIcon = copied === 'yes' ? Check : Link2
  const name = t(`common:role.${role}`)
  return (
    <li className="link-row">
      <span className={`link-row-icon link-row-${role}`} aria-hidden="true">
        <Icon size={22} strokeWidth={1.9} />
      </span>
      <div className="link-row-words">
        <h3>{name}</h3>
        <p>{t(`may.${role}`)}</p>
      </div>
      <Button
        variant={isMain ? 'primary' : 'second'}
        aria-label={t(copied === 'yes' ? 'copiedFor' : 'copyFor', { role: name })}
        onClick={async () => setCopied((await copyText(address)) ? 'yes' : 'failed')}
      >
        <CopyIcon size={18} strokeWidth={1.9} aria-hidden="true" />
        {t(copied === 'yes' ? 'copied' : 'copy')}
      </Button>
      {onRenew ? (
        <Menu
          trigger={
            <Button variant="quiet" icon aria-label={t('moreFor', { role: name })}>
              <Ellipsis size={20} strokeWidth={1.9} aria-hidden="true" />
            </Button>
          }
        >
          <MenuItem onSelect={() => setAsking(true)}>
            <RefreshCw size={18} strokeWidth={1.9} aria-hidden="true" />
            {t('renew')}
          </MenuItem>
        </Menu>
      ) : null}
      {copied === 'failed' && (
        <label className="link-row-below">
          {t('copyFailed')}
          <input className="input" readOnly value={address} onFocus={(event) => event.target.select()} />
        </label>
      )}
      {isAsking && onRenew && (
        <div className="link-row-below" role="alert">
          <p>{t(`renewMeans.${role}`)}</p>
          <div className="share-acts">
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false)
                void onRenew()
              }}
            >
              {t('renew')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
