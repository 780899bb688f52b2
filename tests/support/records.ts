import {
  createBindingId,
  createShapeId,
  type TLArrowBinding,
  type TLArrowShape,
  type TLNoteShape,
  type TLPageId,
  type TLParentId,
  type TLRichText,
  toRichText,
} from '@tldraw/tlschema'
import { paletteParty } from '../../shared/parties/palette.ts'
import type { CardShape } from '../../shared/records/card.ts'
import { CARD_SIZE } from '../../shared/records/card-size.ts'
import { textOfRecord } from '../../shared/records/faults.ts'
import { noteBox } from '../../shared/records/note.ts'
import { type Party, type PartyId, PartyRecordType } from '../../shared/records/party.ts'
import { plainText } from '../../shared/records/plain-text.ts'
import type { RegionProps, RegionShape } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { type Sentence, SentenceRecordType, sentenceId } from '../../shared/records/sentence.ts'
import { type SheetShape, TABLE_SCOPE } from '../../shared/records/sheet.ts'

/** The page that all records of these factories lie on. */
export const PAGE = 'page:page' as TLPageId

interface Place {
  x?: number
  y?: number
  rotation?: number
  parentId?: string
  index?: string
}

const base = (id: string, { x = 0, y = 0, rotation = 0, parentId = PAGE, index = 'a1' }: Place) => ({
  id: createShapeId(id),
  typeName: 'shape' as const,
  x,
  y,
  rotation,
  index: index as TLNoteShape['index'],
  parentId: parentId as TLParentId,
  isLocked: false,
  opacity: 1,
})

/** A white sheet of 1000 × 1000 unless said otherwise. */
export const aSheet = (
  id: string,
  {
    template = 'opgave-circle',
    scope = TABLE_SCOPE,
    w = 1000,
    h = 1000,
    size = 'M',
    parties = [],
    ...place
  }: Partial<SheetShape['props']> & Place = {},
): SheetShape => ({
  ...base(id, place),
  type: 'sheet',
  props: { w, h, template, scope, size, parties },
  meta: { lock: 'facilitator' },
})

/** A rectangular region on a sheet; its slot and label follow from its key. */
export const aRegion = (
  sheet: SheetShape,
  key: string,
  { x, y, rotation, index, ...props }: Partial<RegionProps> & Omit<Place, 'parentId'> = {},
): RegionShape => {
  const { w = 400, h = 400 } = props
  return {
    ...base(`${sheet.id.slice('shape:'.length)}-${key}`, { x, y, rotation, index, parentId: sheet.id }),
    type: 'region',
    props: {
      w,
      h,
      kind: 'field',
      key,
      slot: key,
      partySlot: null,
      domain: null,
      party: null,
      takes: [],
      label: { nl: key, en: key },
      question: { nl: '', en: '' },
      outline: [0, 0, w, 0, w, h, 0, h],
      except: [],
      ...props,
    },
    meta: { lock: 'facilitator' },
  }
}

/** A note with its centre at the given point of its parent. */
export const aNote = (
  id: string,
  {
    at: [cx, cy] = [0, 0],
    text = id,
    growY = 0,
    scale = 1,
    color = 'yellow',
    by,
    party,
    meta = {},
    ...place
  }: {
    at?: readonly [number, number]
    text?: string
    growY?: number
    scale?: number
    color?: TLNoteShape['props']['color']
    by?: string
    party?: string
    /** What else stands beside it. */
    meta?: TLNoteShape['meta']
  } & Place = {},
): TLNoteShape => ({
  ...base(id, {
    ...place,
    x: place.x ?? cx - noteBox({ scale, growY }).w / 2,
    y: place.y ?? cy - noteBox({ scale, growY }).h / 2,
  }),
  type: 'note',
  props: {
    color,
    labelColor: 'black',
    size: 's',
    font: 'sans',
    fontSizeAdjustment: 0,
    align: 'start',
    verticalAlign: 'start',
    growY,
    url: '',
    richText: toRichText(text),
    scale,
  },
  meta: { ...meta, ...(by === undefined ? {} : { by }), ...(party === undefined ? {} : { party }) },
})

export const aParty = (key: string, changes: Partial<Pick<Party, 'name' | 'kind' | 'icon' | 'seat'>> = {}): Party => {
  const known = paletteParty(key)
  return PartyRecordType.create({
    id: PartyRecordType.createId(key),
    name: known?.name.nl ?? key,
    kind: known?.key ?? 'own',
    icon: known?.icon ?? 'tag',
    seat: known?.seat ?? 31,
    ...changes,
  })
}

/** A party's card with its centre at the given point of its parent. */
export const aCard = (
  id: string,
  party: PartyId,
  { at: [cx, cy] = [0, 0], ...place }: { at?: readonly [number, number] } & Place = {},
): CardShape => ({
  ...base(id, { ...place, x: place.x ?? cx - CARD_SIZE.w / 2, y: place.y ?? cy - CARD_SIZE.h / 2 }),
  type: 'card',
  props: { ...CARD_SIZE, party },
  meta: {},
})

export const aSentence = (slot: string, text: string, scope = TABLE_SCOPE): Sentence =>
  SentenceRecordType.create({ id: sentenceId(scope, slot), scope, slot, richText: toRichText(text) })

/** The words of a record that has text, else the empty string. */
export const wordsOf = (record: BoardRecord): string => {
  const text = textOfRecord(record)
  return text === undefined ? '' : plainText(text as TLRichText)
}

export const anArrow = (id: string, { relation, ...place }: Place & { relation?: string } = {}): TLArrowShape => ({
  ...base(id, place),
  type: 'arrow',
  props: {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 's',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: 100, y: 0 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  },
  meta: relation === undefined ? {} : { relation },
})

/** Ties one end of an arrow to a shape. */
export const aBinding = (
  arrow: string,
  to: string,
  terminal: TLArrowBinding['props']['terminal'] = 'end',
): TLArrowBinding => ({
  id: createBindingId(terminal === 'end' ? `${arrow}-${to}` : `${arrow}-${to}-start`),
  typeName: 'binding',
  type: 'arrow',
  fromId: createShapeId(arrow),
  toId: createShapeId(to),
  props: {
    terminal,
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  },
  meta: {},
})

/** An arrow of a kind from one shape to another, with what ties it. */
export const aRelation = (id: string, relation: string, from: string, to: string): BoardRecord[] => [
  anArrow(id, { relation }),
  aBinding(id, from, 'start'),
  aBinding(id, to, 'end'),
]
