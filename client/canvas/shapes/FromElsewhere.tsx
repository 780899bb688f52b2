import {
  type Editor,
  isEqual,
  stopEventPropagation,
  unsafe__withoutCapture,
  useComputed,
  useEditor,
  useValue,
} from 'tldraw'
import type { Elsewhere } from '../../../shared/api/dossier.ts'
import { CARD_SIZE } from '../../../shared/records/card-size.ts'
import type { RegionShape } from '../../../shared/records/region.ts'
import { PartySeat } from '../../plates/PartySeat.tsx'
import { SEAT_WORDS } from '../../plates/PlateFigure.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { printedPlaces } from '../placing.ts'
import { isRegion, isSheet } from '../plate-parts.ts'
import { surroundingsOf } from '../plate-surroundings.ts'
import { plateHere } from '../plates-here.ts'
import { goTo } from '../table-actions.ts'
import './from-elsewhere.css'
import { partyOf, readerLocale } from './party-of.ts'
import { seatedParty } from './seated-party.ts'

const NOTHING: Elsewhere = { parties: [], notes: [] }
/** Of a pill that says how many notes lie elsewhere. */
const PILL = { w: 300, h: 44 }

/**
 * What belongs in a region though it lies on another plate: parties are printed in it, on the places that are free now, and
 * of notes it says how many there are. Both lead to where the thing itself lies.
 */
export function FromElsewhere({ shape }: { shape: RegionShape }) {
  const editor = useEditor()
  const { id, x, y } = shape
  const elsewhere = useComputed(
    'from elsewhere',
    () => surroundingsOf(editor.store).regions.get().get(id)?.elsewhere ?? NOTHING,
    { isEqual },
    [editor, id],
  )
  const { parties, notes } = useValue(elsewhere)
  const places = useComputed(
    'places for what lies elsewhere',
    () => {
      const shown = elsewhere.get()
      // They move with the dossier, a few times a second, not with every step of a drag.
      surroundingsOf(editor.store).regions.get()
      const sizes = [...shown.notes.map(() => PILL), ...shown.parties.map(() => CARD_SIZE)]
      if (sizes.length === 0) return []
      return unsafe__withoutCapture(() =>
        printedPlaces(editor, sizes, id).map(
          (place) => place && editor.getPointInShapeSpace(shape.parentId as typeof id, place),
        ),
      ).map((point) => point && { x: point.x - x, y: point.y - y })
    },
    { isEqual },
    [editor, elsewhere, id, x, y],
  )
  const at = useValue(places)
  return (
    <>
      {notes.map(({ regionId, notes: count }, index) => (
        <ElsewhereNotes key={regionId} regionId={regionId} count={count} at={at[index]} />
      ))}
      {parties.map((party, index) => (
        <ElsewhereParty key={party} id={party} at={at[notes.length + index]} />
      ))}
    </>
  )
}

interface Place {
  x: number
  y: number
}

function ElsewhereParty({ id, at }: { id: string; at: Place | null | undefined }) {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const party = useValue('party from elsewhere', () => {
    const found = partyOf(editor, id)
    return found && seatedParty(editor, found)
  }, [editor, id])
  const card = useValue('its card', () => {
    const { parties } = surroundingsOf(editor.store).dossier.get()
    return parties.find((each) => each.id === id)?.cards[0]
  }, [editor, id])
  const plate = useValue('where it lies', () => plateUnder(editor, card), [editor, card])
  if (!party || !at || card === undefined) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="elsewhere-party"
      style={{ left: at.x, top: at.y }}
      aria-label={t('plate.liesOn', { party: party.name, plate })}
      onPointerDown={stopEventPropagation}
      onClick={() => goTo(editor, card)}
    >
      <svg width={CARD_SIZE.w} height={CARD_SIZE.h} overflow="visible" aria-hidden="true">
        <PartySeat at={{ x: 0, y: 0, party: id }} party={party} words={SEAT_WORDS[readerLocale(editor)]} />
      </svg>
    </button>
  )
}

function ElsewhereNotes({ regionId, count, at }: { regionId: string; count: number; at: Place | null | undefined }) {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const plate = useValue('where they lie', () => {
    const region = editor.getShape(regionId as RegionShape['id'])
    return isRegion(region) ? titleOf(editor, region.parentId) : ''
  }, [editor, regionId])
  if (!at) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="elsewhere-notes"
      style={{ left: at.x, top: at.y, inlineSize: PILL.w, blockSize: PILL.h }}
      onPointerDown={stopEventPropagation}
      onClick={() => goTo(editor, regionId)}
    >
      {t('plate.elsewhere', { count, plate })}
    </button>
  )
}

/** The title of the plate that a card lies on. */
function plateUnder(editor: Editor, card: string | undefined): string {
  const { regions } = surroundingsOf(editor.store).dossier.get()
  const shape = card === undefined ? undefined : editor.getShape(card as RegionShape['id'])
  const party = shape && (shape.props as { party?: string }).party
  const region = regions.find((each) => party !== undefined && each.parties.includes(party))
  return region ? titleOf(editor, region.sheetId) : ''
}

function titleOf(editor: Editor, sheetId: string): string {
  const sheet = editor.getShape(sheetId as RegionShape['id'])
  const template = isSheet(sheet) ? plateHere(sheet.props.template) : undefined
  return template?.title[readerLocale(editor)] ?? ''
}
