import { Rectangle2d, ShapeUtil, type TLShape } from 'tldraw'
import { type CardShape, cardMigrations, cardProps } from '../../../shared/records/card.ts'
import { CARD_SIZE } from '../../../shared/records/card-size.ts'
import { textNow } from '../../ui/i18n.ts'
import { surroundingsOf } from '../plate-surroundings.ts'
import { laidIndicator, laidOnTop } from './laid.tsx'
import { PartyCard } from './PartyCard.tsx'
import { partyOf, spokenParty } from './party-of.ts'

const RADIUS = 10

/** A party's card: a view of the party's record, of one size. */
export class CardShapeUtil extends ShapeUtil<CardShape> {
  static override type = 'card' as const
  static override props = cardProps
  static override migrations = cardMigrations

  override canEdit = () => false
  override canResize = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true

  override getDefaultProps(): CardShape['props'] {
    return { ...CARD_SIZE, party: '' }
  }

  override getGeometry({ props: { w, h } }: CardShape) {
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override getText({ props }: CardShape) {
    const party = partyOf(this.editor, props.party)
    return party && spokenParty(this.editor, party)
  }

  override getAriaDescriptor(shape: CardShape) {
    const standing = surroundingsOf(this.editor.store).standings.get().get(shape.id)
    const spoken = standing && textNow('board', `card.${standing}Spoken`)
    return [this.getText(shape), spoken].filter(Boolean).join(', ') || undefined
  }

  override component(shape: CardShape) {
    return <PartyCard shape={shape} />
  }

  override indicator(shape: CardShape) {
    return laidIndicator(this.editor, shape as unknown as TLShape, shape.props, RADIUS)
  }

  override onBeforeCreate(shape: CardShape) {
    return { ...shape, opacity: 1 }
  }

  override onTranslateStart() {
    laidOnTop(this.editor)
  }

  /** In a turned selection a card changes place and stays upright. */
  override onRotate({ id, type, rotation }: CardShape) {
    return { id, type, rotation }
  }
}
