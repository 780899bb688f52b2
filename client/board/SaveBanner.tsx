import { Check, CloudOff, Download, Eye, type LucideIcon, RefreshCw, RotateCw, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { SaveState, Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './save-banner.css'
import type { SaveBannerKind } from './save-truth.ts'
import { clock } from './save-words.ts'

const LOOKS: Record<SaveBannerKind, { icon: LucideIcon; tone: 'error' | 'warning' | 'info' | 'ok' }> = {
  refused: { icon: TriangleAlert, tone: 'error' },
  otherVersion: { icon: RotateCw, tone: 'warning' },
  offline: { icon: CloudOff, tone: 'warning' },
  sending: { icon: RefreshCw, tone: 'info' },
  arrived: { icon: Check, tone: 'ok' },
  viewer: { icon: Eye, tone: 'info' },
}

interface SaveBannerProps {
  table: Table
  save: SaveState
  kind: SaveBannerKind | null
}

/**
 * One line under the top bar about the connection and the version, with what can be done. The region is always on the
 * page, so that a screen reader speaks what appears in it.
 */
export function SaveBanner({ table, save, kind }: SaveBannerProps) {
  const { t, language } = useTranslation('board')
  const [closed, setClosed] = useState(false)
  if (closed && kind !== 'arrived') setClosed(false)
  const pending = 'pending' in save ? save.pending : 0

  const say = (): { words: string; act?: ReactNode } => {
    switch (kind) {
      case 'refused':
        return {
          words: save.state === 'refused' ? t(`save.refused.${save.why}.banner`, { count: pending }) : '',
          act: (
            <Button size="small" onClick={() => table.saveCopy()}>
              <Download size={16} strokeWidth={1.9} aria-hidden="true" />
              {t('save.refused.keep')}
            </Button>
          ),
        }
      case 'otherVersion':
        return {
          words: t('save.otherVersion.banner'),
          act: (
            <Button size="small" onClick={() => window.location.reload()}>
              {t('save.otherVersion.reload')}
            </Button>
          ),
        }
      case 'offline':
        return {
          words: t('save.offline.banner', {
            time: save.state === 'offline' ? clock(save.since, language) : '',
          }),
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
            <Button size="small" variant="quiet" onClick={() => setClosed(true)}>
              {t('save.arrived.close')}
            </Button>
          ),
        }
      default:
        return { words: t('save.viewer.banner') }
    }
  }
  const shown = kind !== null && !closed ? { ...LOOKS[kind], ...say() } : null
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
