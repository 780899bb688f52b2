import { setImmediate as others } from 'node:timers/promises'
import { toRichText } from '@tldraw/tlschema'
import type { Locale } from '../../shared/api/boards.ts'
import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import { partyFor } from '../../shared/parties/party-for.ts'
import { type Party, PartyRecordType } from '../../shared/records/party.ts'
import type { RegionShape } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { Sentence } from '../../shared/records/sentence.ts'
import { figureOf } from '../../shared/templates/figure.ts'
import { firstIndexes } from '../../shared/templates/fractional-index.ts'
import { paperOf } from '../../shared/templates/paper.ts'
import { BETWEEN_SHEETS, isParty, isSheet, placeTemplate } from '../../shared/templates/place.ts'
import { placesFor } from '../../shared/templates/places.ts'
import { type SampleContent, SampleError, type SamplePlate } from './content.ts'
import { layOnPlate, type PlateOnTable } from './lay-on-plate.ts'
import { relate } from './relate.ts'

export interface SampleOptions {
  content: SampleContent
  templateOf: TemplateOf
  locale: Locale
}

/**
 * The sample table as records. The same content and plates always give the same records. It takes some tenths of a second;
 * between two plates others have their turn.
 */
export async function laySample({ content, templateOf, locale }: SampleOptions): Promise<BoardRecord[]> {
  let count = 0
  const newId = () => `sample-${count++}`
  const ground: BoardRecord[] = partiesOf(content, locale)
  const laid: ReturnType<typeof layOnPlate> = []
  let y = 0
  for (const row of content.rows) {
    let [x, height] = [0, 0]
    for (const plate of row) {
      const { records, onTable } = layPlate(plate, { x, y }, ground, templateOf, newId)
      ground.push(...records)
      laid.push(...layOnPlate(plate, onTable, { locale, newId }))
      await others()
      x += onTable.sheet.props.w + BETWEEN_SHEETS
      height = Math.max(height, onTable.sheet.props.h)
    }
    y += height + BETWEEN_SHEETS
  }
  // Above the first plate, which has the first index; the others lie below it.
  const [, ...indexes] = firstIndexes(1 + laid.length + content.relations.length)
  const things = indexes.flatMap((index, at) => laid[at]?.(index) ?? [])
  return [
    ...ground.map((record) => (record.typeName === 'sentence' ? written(record, content, locale) : record)),
    ...things,
    ...relate(content, things, indexes.slice(things.length), locale),
  ]
}

function layPlate(
  { template: id }: SamplePlate,
  at: { x: number; y: number },
  existing: readonly BoardRecord[],
  templateOf: SampleOptions['templateOf'],
  newId: () => string,
): { records: BoardRecord[]; onTable: PlateOnTable } {
  const template = templateOf(id)
  if (template === undefined) throw new SampleError(`The sample table names an unknown plate "${id}".`)
  const records = placeTemplate(template, { existing, newId }).map((record) =>
    isSheet(record) ? ({ ...record, ...at } as BoardRecord) : record,
  )
  const sheet = records.find(isSheet)
  if (sheet === undefined) throw new SampleError(`The plate "${id}" has no sheet.`)
  const places = placesFor(sheet.props.parties.length, existing.filter(isParty))
  const figure = figureOf(template, { paper: paperOf(sheet.props), places })
  return { records, onTable: { sheet, regions: records.filter(isRegion), figure } }
}

const isRegion = (record: BoardRecord): record is BoardRecord & RegionShape =>
  record.typeName === 'shape' && (record.type as string) === 'region'

function partiesOf({ parties }: SampleContent, locale: Locale): Party[] {
  const seated: Party[] = []
  for (const { kind, name, levels, mandate } of parties) {
    const { party } = partyFor(seated, kind, () => kind)
    seated.push(PartyRecordType.create({ ...party, levels, mandate, name: name?.[locale] ?? party.name }))
  }
  return seated
}

function written(sentence: Sentence, { sentences }: SampleContent, locale: Locale): Sentence {
  const text = sentences[sentence.slot]
  return text === undefined ? sentence : { ...sentence, richText: toRichText(text[locale]) }
}
