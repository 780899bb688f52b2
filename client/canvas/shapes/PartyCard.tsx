import { type TLShape, useEditor, useValue } from 'tldraw'
import type { Standing } from '../../../shared/dossier/standing.ts'
import { partyName } from '../../../shared/parties/party-name.ts'
import { lookOfSeat } from '../../../shared/parties/seats.ts'
import type { CardShape } from '../../../shared/records/card.ts'
import { PartyMark } from '../../parties/PartyMark.tsx'
import { partyIcon } from '../../parties/party-icons.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { surroundingsOf } from '../plate-surroundings.ts'
import { fitInBox } from './fit-in-box.ts'
import { useIsLifted } from './laid.tsx'
import './party-card.css'
import { partyOf, readerLocale } from './party-of.ts'

/** Width of the block with the icon. */
const BLOCK = 56

/** The card as it lies on a plate, in the colour of its party unless the table still misses it. */
export function PartyCard({ shape }: { shape: CardShape }) {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const { w, h, party: partyId } = shape.props
  const party = useValue('party of the card', () => partyOf(editor, partyId), [editor, partyId])
  const locale = useValue('locale', () => readerLocale(editor), [editor])
  const derived = useValue('standing', () => surroundingsOf(editor.store).standings.get().get(shape.id), [
    editor,
    shape.id,
  ])
  const isLifted = useIsLifted(shape as unknown as TLShape)
  const name = party ? partyName(party, locale) : t('card.unknown')
  const Icon = partyIcon(party?.icon ?? '')
  // A party that is not in this document, as on a card from another table, is missed just as well.
  const standing = party ? derived : 'missing'
  const colour = party && standing !== 'missing' ? lookOfSeat(party.seat).colour : undefined
  return (
    <div
      className="laid party-card"
      data-standing={standing}
      data-lifted={isLifted}
      style={{ inlineSize: w, blockSize: h, color: colour }}
    >
      <CardLines w={w} h={h} standing={standing} />
      <span className="party-card-icon">
        <Icon size={34} strokeWidth={1.8} aria-hidden="true" />
      </span>
      <span key={name} ref={fitInBox} className="party-card-name" lang={locale} dir="auto">
        {name}
      </span>
      {party && colour && (
        <span className="party-card-mark">
          <PartyMark seat={party.seat} size={19} />
        </span>
      )}
      {standing === 'core' && <span className="party-card-core">{t('card.core')}</span>}
    </div>
  )
}

/** The ground, the block in the party's colour and the line round them, which runs on the very edge. */
function CardLines({ w, h, standing }: { w: number; h: number; standing: Standing | undefined }) {
  const edge = { width: w, height: h, rx: 10 }
  return (
    <svg className="party-card-lines" width={w} height={h} aria-hidden="true">
      <rect className="party-card-shadow" y={3} {...edge} />
      <rect fill="#fff" {...edge} />
      {standing !== 'missing' && (
        <path fill="currentColor" d={`M10 0H${BLOCK}V${h}H10A10 10 0 0 1 0 ${h - 10}V10A10 10 0 0 1 10 0Z`} />
      )}
      <rect className="party-card-edge" data-standing={standing} fill="none" {...edge} />
    </svg>
  )
}
