import { HTMLContainer, isEqual, stopEventPropagation, useComputed, useEditor, useValue } from 'tldraw'
import { partyName } from '../../../shared/parties/party-name.ts'
import { CARD_SIZE } from '../../../shared/records/card-size.ts'
import { DOMAINS, type Domain } from '../../../shared/records/domains.ts'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import type { Seat } from '../../../shared/templates/drawing.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import type { SeatedParty } from '../../plates/PartySeat.tsx'
import { PlateFigure } from '../../plates/PlateFigure.tsx'
import type { PlateParty } from '../../plates/PlateFoot.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { askFor } from '../asks.ts'
import { dropTargets } from '../drop-targets.ts'
import { figureOfSheet } from '../figure-of-sheet.ts'
import { surroundingsOf } from '../plate-surroundings.ts'
import { isPlateUnknown, plateHere } from '../plates-here.ts'
import { ComingPlate } from './ComingPlate.tsx'
import { LegendOfSheet } from './LegendOfSheet.tsx'
import { partyOf, readerLocale } from './party-of.ts'
import { seatedParty } from './seated-party.ts'
import { sentenceOf } from './sentence-of.ts'
import { UnknownPlate } from './UnknownPlate.tsx'

/** A sheet as everybody at the table sees it, each in the own language. */
export function SheetOnTable({ shape }: { shape: SheetShape }) {
  const { template: id } = shape.props
  const template = useValue('plate of a sheet', () => plateHere(id), [id])
  const isUnknown = useValue('whether a plate is unknown', () => isPlateUnknown(id), [id])
  if (template) return <KnownPlate shape={shape} template={template} />
  return isUnknown ? <UnknownPlate shape={shape} /> : <ComingPlate shape={shape} />
}

function KnownPlate({ shape, template }: { shape: SheetShape; template: Template }) {
  const editor = useEditor()
  const locale = useValue('locale', () => readerLocale(editor), [editor])
  const tableName = useValue('name of the table', () => editor.getDocumentSettings().name, [editor])
  const about = useAbout(shape.props.scope)
  const sentences = useSentences(shape)
  const parties = useWriters(shape.id)
  const lit = useLitKeys(shape.id)
  const figure = useValue('figure of a sheet', () => figureOfSheet(editor, shape), [editor, shape])
  const seated = useSeated(shape)
  if (!figure) return null
  return (
    <HTMLContainer>
      <h2 className="visually-hidden">{template.title[locale]}</h2>
      <PlateFigure
        template={template}
        figure={figure}
        locale={locale}
        tableName={tableName}
        about={about}
        parties={parties}
        sentenceOf={(slot) => sentences[slot] ?? ''}
        seatedParty={(id) => seated[id]}
        lit={lit}
      />
      {figure.seats.map((seat) => seat.party === null && <AddPartyHere key={`${seat.x} ${seat.y}`} at={seat} />)}
      <LegendOfSheet shape={shape} />
    </HTMLContainer>
  )
}

/** A place that waits for a party is where one adds a party. */
function AddPartyHere({ at }: { at: Seat }) {
  const editor = useEditor()
  const { t, isReady } = useTranslation('board', { waits: false })
  const mayAdd = !useValue('read only', () => editor.getIsReadonly(), [editor])
  if (!mayAdd || !isReady) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="seat-add"
      style={{ left: at.x, top: at.y, inlineSize: CARD_SIZE.w, blockSize: CARD_SIZE.h }}
      aria-label={t('plate.addParty')}
      onPointerDown={stopEventPropagation}
      onClick={() => askFor(editor, { to: 'add-party' })}
    />
  )
}

const isDomain = (scope: string): scope is Domain => DOMAINS.includes(scope as Domain)

function useAbout(scope: string): string {
  // A plate that had to wait for a word would take the whole canvas away meanwhile.
  const { t, isReady } = useTranslation('dossier', { waits: false })
  return isReady && isDomain(scope) ? t(`domain.${scope}`) : ''
}

/** The shared sentences that the plate shows, by slot. */
function useSentences(shape: SheetShape): Readonly<Record<string, string>> {
  const { scope } = shape.props
  const editor = useEditor()
  const texts = useComputed(
    'sentences of a sheet',
    () => {
      const slots = figureOfSheet(editor, shape)?.regions.filter(({ sentence }) => sentence) ?? []
      return Object.fromEntries(slots.map(({ slot }) => [slot, sentenceOf(editor, scope, slot)]))
    },
    { isEqual },
    [editor, shape, scope],
  )
  return useValue(texts)
}

/** The parties that have a place on the sheet, by record id. */
function useSeated({ props: { parties } }: SheetShape): Readonly<Record<string, SeatedParty>> {
  const editor = useEditor()
  const seated = useComputed(
    'seated parties of a sheet',
    () =>
      Object.fromEntries(
        parties.flatMap((id) => {
          const party = partyOf(editor, id)
          return party ? [[party.id, seatedParty(editor, party)]] : []
        }),
      ),
    { isEqual },
    [editor, parties],
  )
  return useValue(seated)
}

/** The parties that wrote a note on the sheet, in the order of their seats. */
function useWriters(sheetId: string): readonly PlateParty[] {
  const editor = useEditor()
  const writers = useComputed(
    'parties of a sheet',
    () => {
      const { regions } = surroundingsOf(editor.store).dossier.get()
      const ids = new Set(
        regions
          .filter((region) => region.sheetId === sheetId)
          .flatMap(({ answers }) => answers.flatMap(({ party }) => (party === null ? [] : [party]))),
      )
      return [...ids]
        .flatMap((id) => partyOf(editor, id) ?? [])
        .sort((a, b) => a.seat - b.seat)
        .map((party) => ({ id: party.id, name: partyName(party, readerLocale(editor)), seat: party.seat }))
    },
    { isEqual },
    [editor, sheetId],
  )
  return useValue(writers)
}

function useLitKeys(sheetId: string): ReadonlySet<string> {
  const editor = useEditor()
  const keys = useComputed(
    'lit regions of a sheet',
    () =>
      new Set(
        dropTargets(editor)
          .get()
          .filter(({ parentId }) => parentId === (sheetId as string))
          .map(({ props }) => props.key),
      ),
    { isEqual },
    [editor, sheetId],
  )
  return useValue(keys)
}
