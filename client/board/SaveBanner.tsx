import {
  Check,
  CloudOff,
  Copy,
  Download,
  Eye,
  HardDrive,
  Lock,
  type LucideIcon,
  RefreshCw,
  RotateCw,
  TriangleAlert,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { SaveState, Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './save-banner.css'
import type { SaveBannerKind } from './save-truth.ts'
import { clock, otherVersionWords } from './save-words.ts'

const LOOKS: Record<SaveBannerKind, { icon: LucideIcon; tone: 'error' | 'warning' | 'info' | 'ok' }> = {
  refused: { icon: TriangleAlert, tone: 'error' },
  otherVersion: { icon: RotateCw, tone: 'warning' },
  offline: { icon: CloudOff, tone: 'warning' },
  sending: { icon: RefreshCw, tone: 'info' },
  arrived: { icon: Check, tone: 'ok' },
  noCopy: { icon: HardDrive, tone: 'warning' },
  viewer: { icon: Eye, tone: 'info' },
  restricted: { icon: Lock, tone: 'info' },
}

interface SaveBannerProps {
  table: Table
  save: SaveState
  kind: SaveBannerKind | null
  participantsMay: ParticipantsMay
  /** Make a table of one's own from the sample. */
  onCopy(): void
}

/**
 * One line under the top bar about the connection and the version, with what can be done. The region is always on the
 * page, so that a screen reader speaks what appears in it.
 */
export function SaveBanner({ table, save, kind, participantsMay, onCopy }: SaveBannerProps) {
  const { t, language } = useTranslation('board')
  const [closed, setClosed] = useState<SaveBannerKind | null>(null)
  if (closed === 'arrived' && kind !== 'arrived') setClosed(null)
  const pending = 'pending' in save ? save.pending : 0

  const keep = (
    <Button size="small" onClick={() => table.saveCopy()}>
      <Download size={16} strokeWidth={1.9} aria-hidden="true" />
      {t('save.refused.keep')}
    </Button>
  )
  const say = (): { words: string; act?: ReactNode } => {
    switch (kind) {
      case 'refused':
        return {
          words: save.state === 'refused' ? t(`save.refused.${save.why}.banner`, { count: pending }) : '',
          act: keep,
        }
      case 'otherVersion':
        return {
          words: save.state === 'otherVersion' ? otherVersionWords(save, t).banner : '',
          act: (
            <>
              {pending > 0 && keep}
              <Button size="small" onClick={() => window.location.reload()}>
                {t('save.otherVersion.reload')}
              </Button>
            </>
          ),
        }
      case 'offline':
        return {
          words:
            save.state === 'offline'
              ? t(save.kept ? 'save.offline.banner' : 'save.offline.bannerLoose', { time: clock(save.since, language) })
              : '',
          act: (
            <Button size="small" onClick={() => table.reconnect()}>
              {t('save.offline.retry')}
            </Button>
          ),
        }
      case 'sending':
        return { words: t('save.sending.banner', { count: pending }) }
      case 'arrived':
        return {
          words: t('save.arrived.banner'),
          act: (
            <Button size="small" variant="quiet" onClick={() => setClosed('arrived')}>
              {t('save.arrived.close')}
            </Button>
          ),
        }
      case 'noCopy':
        return {
          words: t('save.noCopy.banner'),
          act: (
            <Button size="small" variant="quiet" onClick={() => setClosed('noCopy')}>
              {t('save.noCopy.close')}
            </Button>
          ),
        }
      case 'restricted':
        return { words: participantsMay === 'everything' ? '' : t(`save.restricted.${participantsMay}`) }
      default:
        if (!table.board.isSample) return { words: t('save.viewer.banner') }
        return {
          words: t('sample.banner'),
          act: (
            <Button size="small" className="save-banner-long" onClick={onCopy}>
              <Copy size={16} strokeWidth={1.9} aria-hidden="true" />
              {t('sample.copy')}
            </Button>
          ),
        }
    }
  }
  const shown = kind !== null && kind !== closed ? { ...LOOKS[kind], ...say() } : null
  return (
    <div role="status">
      {shown && (
        <div className="save-banner" data-tone={shown.tone}>
          <shown.icon size={20} strokeWidth={1.9} aria-hidden="true" />
          <p>{shown.words}</p>
          {shown.act}
        </div>
      )}
    </div>
  )
}
