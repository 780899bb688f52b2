import { type Editor, getArrowBindings, type TLArrowShape, type TLNoteShape, type TLShape } from 'tldraw'
import type { CardShape } from '../../../shared/records/card.ts'
import { plainText } from '../../../shared/records/plain-text.ts'
import { type RelationKind, relationKindOf } from '../../../shared/records/relation-kinds.ts'
import { textNow } from '../../ui/i18n.ts'
import { isLaid } from '../shapes/laid.tsx'
import { partyOf, spokenParty } from '../shapes/party-of.ts'

type Laid = TLShape & (TLNoteShape | CardShape)

interface Joined {
  readonly from: Laid
  readonly to: Laid
}

export const isArrow = (shape: TLShape | undefined): shape is TLArrowShape => shape?.type === 'arrow'

/** The two that an arrow joins, or undefined where it is loose at an end or tied to something that is no card or note. */
export function joinedBy(editor: Editor, arrow: TLArrowShape): Joined | undefined {
  const { start, end } = getArrowBindings(editor, arrow)
  const from = start && editor.getShape(start.toId)
  const to = end && editor.getShape(end.toId)
  return from && to && from.id !== to.id && isLaid(from) && isLaid(to) ? { from, to } : undefined
}

/** What an arrow says of the two that it joins; undefined for a plain arrow. */
export function relationOf(
  editor: Editor,
  arrow: TLArrowShape,
): (Joined & { readonly kind: RelationKind }) | undefined {
  const kind = relationKindOf(arrow.meta)
  const joined = kind && joinedBy(editor, arrow)
  return joined && { kind, ...joined }
}

/** A relation as a sentence, such as "Gemeente levert aan Woningcorporatie". */
export function spokenRelation(editor: Editor, arrow: TLArrowShape): string | undefined {
  const relation = relationOf(editor, arrow)
  if (!relation) return undefined
  const said = textNow('board', `relation.to.${relation.kind}`, { other: nameOf(editor, relation.to) })
  return `${nameOf(editor, relation.from)} ${said}`
}

function nameOf(editor: Editor, shape: Laid): string {
  if (shape.type === 'note') return plainText(shape.props.richText).trim() || textNow('board', 'relation.emptyNote')
  const party = partyOf(editor, shape.props.party)
  return party ? spokenParty(editor, party) : textNow('board', 'card.unknown')
}
