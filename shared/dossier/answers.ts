import type { TLNoteShape } from '@tldraw/tlschema'
import type { Answer } from '../api/dossier.ts'
import { readDetails } from '../records/note-details.ts'
import { chosenKind } from '../records/note-kind.ts'
import { plainText } from '../records/plain-text.ts'
import { isSentenceRegion, type RegionShape } from '../records/region.ts'
import type { BoardRecord } from '../records/schema.ts'
import { sentenceId } from '../records/sentence.ts'
import type { OwnAnswers } from './elsewhere.ts'
import type { Held, Layout } from './layout.ts'
import { inReadingOrder } from './reading-order.ts'
import { suggestionIn } from './suggestion.ts'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const read = new WeakMap<object, Answer>()

/** The same note in the same place gives the same answer: neither is ever changed in place. */
function answerOf(held: Held<TLNoteShape>): Answer {
  const answer = read.get(held) ?? readAnswer(held)
  read.set(held, answer)
  return answer
}

function readAnswer({ shape, regions }: Held<TLNoteShape>): Answer {
  const { id, meta, props } = shape
  const suggestion = suggestionIn(regions)
  const kind = chosenKind(meta) ?? suggestion.kind
  return {
    noteId: id,
    text: plainText(props.richText),
    by: textOrNull(meta.by),
    party: textOrNull(meta.party),
    kind,
    ...readDetails(kind, meta),
    // A place for somebody's interests says whose they are.
    ...(kind === 'interest' && suggestion.sort !== null && { sort: suggestion.sort }),
  }
}

const collects = (region: RegionShape): boolean => !isSentenceRegion(region.props.kind)

/** Every region with what lies in it. A region with a shared sentence collects no notes. */
export function answersByRegion(layout: Layout, records: ReadonlyMap<string, BoardRecord>): OwnAnswers[] {
  const notes = byRegion(layout.notes)
  const cards = byRegion(layout.cards)
  return layout.sheets.flatMap(({ sheet, regions }) =>
    regions.map((region) => {
      const { id, props } = region
      const parties = new Set(inReadingOrder(cards.get(id) ?? []).map((card) => card.shape.props.party))
      return {
        regionId: id,
        sheetId: sheet.id,
        template: sheet.props.template,
        scope: sheet.props.scope,
        slot: props.slot,
        domain: props.domain,
        party: props.party,
        label: props.label,
        question: props.question,
        sentence: collects(region) ? null : sentenceOf(records, sheet.props.scope, props.slot),
        answers: collects(region) ? inReadingOrder(notes.get(id) ?? []).map(answerOf) : [],
        parties: [...parties].filter((party) => records.get(party)?.typeName === 'party'),
      }
    }),
  )
}

function byRegion<H extends Layout['notes'][number] | Layout['cards'][number]>(held: readonly H[]): Map<string, H[]> {
  const found = new Map<string, H[]>()
  for (const thing of held) {
    for (const { id } of thing.regions) {
      const others = found.get(id)
      if (others) others.push(thing)
      else found.set(id, [thing])
    }
  }
  return found
}

/** The notes that answer no question: they lie beside all regions, or on a shared sentence. */
export const looseAnswers = (layout: Layout): Answer[] =>
  inReadingOrder(layout.notes.filter((note) => !note.regions.some(collects))).map(answerOf)

function sentenceOf(records: ReadonlyMap<string, BoardRecord>, scope: string, slot: string): string {
  const record = records.get(sentenceId(scope, slot))
  return record?.typeName === 'sentence' ? plainText(record.richText) : ''
}
