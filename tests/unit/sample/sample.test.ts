import { describe, expect, test } from 'vitest'
import { loadSample, parseSample, SAMPLE_NOTE_CHARS, type SampleNote } from '../../../server/sample/content.ts'
import { laySample } from '../../../server/sample/lay-sample.ts'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import { sheetsToArrange } from '../../../shared/arrange/arrange.ts'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { outlineHolds } from '../../../shared/dossier/geometry.ts'
import { type Layout, readLayout } from '../../../shared/dossier/layout.ts'
import { parseRecord } from '../../../shared/records/doc.ts'
import type { LooseRecord } from '../../../shared/records/layout.ts'
import type { Party } from '../../../shared/records/party.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { figureOf } from '../../../shared/templates/figure.ts'
import { overlap } from '../../../shared/templates/free-place.ts'
import { paperOf } from '../../../shared/templates/paper.ts'
import { isParty, isSheet } from '../../../shared/templates/place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'
import { wordBoxes } from '../../../shared/templates/text-layout.ts'
import { wordsOf } from '../../support/records.ts'
import { templateOf, theSample } from '../../support/sample.ts'

describe.each(LocaleSchema.options)('the sample table in %s', async (locale) => {
  const { content, records } = await theSample(locale)
  const dossier = buildDossier(records)
  const layout = readLayout(records)
  const things = [...layout.notes, ...layout.cards]
  const sheetOf = new Map(layout.sheets.map(({ sheet }) => [sheet.id as string, sheet.props.template]))
  // Of regions that hold a thing together the innermost comes last.
  const placeOf = ({ regions }: Layout['notes'][number] | Layout['cards'][number]) => {
    const region = regions.at(-1)
    return [sheetOf.get(region?.parentId ?? ''), region?.props.key]
  }
  const named = ({ shape }: Layout['notes'][number] | Layout['cards'][number]) =>
    shape.type === 'card' ? shape.props.party : wordsOf(shape as BoardRecord)

  test('each note is an answer in the region that it was written for, signed by its party', () => {
    const wanted = content.rows
      .flat()
      .flatMap(({ template, notes }) =>
        Object.entries(notes).flatMap(([key, all]) =>
          all.map((note) => [template, keyOnSheet(records, key), note[locale], `party:${note.by}`]),
        ),
      )
    const laid = layout.notes.map((note) => [...placeOf(note), named(note), note.shape.meta.party])
    expect(laid.map(String).sort()).toEqual(wanted.map(String).sort())
    for (const { id, regions } of layout.notes) {
      const told = dossier.regions.find(({ regionId }) => regionId === regions.at(-1)?.id)
      expect(told?.answers.map(({ noteId }) => noteId)).toContain(id)
    }
  })

  test('each card lies where the content says, and the parties stand accordingly', () => {
    const wanted = content.rows
      .flat()
      .flatMap(({ template, cards }) =>
        Object.entries(cards).flatMap(([key, all]) => all.map(({ party }) => [template, key, `party:${party}`])),
      )
    const laid = layout.cards.map((card) => [...placeOf(card), named(card)])
    expect(laid.map(String).sort()).toEqual(wanted.map(String).sort())
    const standing = Object.fromEntries(dossier.parties.map(({ kind, ring, missing }) => [kind, missing || ring]))
    expect(standing).toEqual({
      gemeente: 'kern',
      woningcorporatie: 'kern',
      zorgaanbieder: 'kern',
      bewoner: 'kern',
      wijkteam: 'ring2',
      ervaringsdeskundige: 'ring2',
      ggz: true,
    })
    const trio = dossier.parties.flatMap((party) => party.trio ?? [])
    expect(trio).toEqual(['gemeente', 'woningcorporatie', 'zorgaanbieder'])
  })

  test('each relation says what it is to say of the two notes that it names', () => {
    const text = (nl: string) =>
      content.rows
        .flat()
        .flatMap(({ notes }) => Object.values(notes).flat())
        .find((note) => note.nl === nl)?.[locale]
    const wordsById = new Map(layout.notes.map((note) => [note.id as string, named(note)]))
    const told = dossier.relations.map(({ kind, from, to }) => [kind, wordsById.get(from.id), wordsById.get(to.id)])
    const wanted = content.relations.map(({ kind, from, to }) => [kind, text(from), text(to)])
    expect(told.map(String).sort()).toEqual(wanted.map(String).sort())
    expect(told.length).toBeGreaterThan(2)
  })

  test('nothing is loose, and nothing lies on anything else', () => {
    expect(things.filter(({ regions }) => regions.length === 0).map(named)).toEqual([])
    const onEachOther = things.flatMap((a, at) =>
      things.slice(at + 1).flatMap((b) => (overlap(a, b) ? [`${named(a)} / ${named(b)}`] : [])),
    )
    expect(onEachOther).toEqual([])
  })

  test('nothing covers words of a plate, in either language, and nothing crosses the edge of its region', () => {
    const parties = records.filter(isParty)
    for (const { sheet } of layout.sheets) {
      const here = things.filter(({ regions }) => regions.some(({ parentId }) => parentId === sheet.id))
      const words = LocaleSchema.options.flatMap((each) => wordBoxes(figureOn(sheet.props, parties), each))
      const onSheet = ({ x, y, w, h }: Box) => ({ x: x - sheet.x, y: y - sheet.y, w, h })
      const covering = here.filter((thing) => words.some((word) => overlap(onSheet(thing), word)))
      const crossing = here.filter((thing) => !thing.regions.some((region) => isWholeIn(onSheet(thing), region)))
      expect([covering.map(named), crossing.map(named)], sheet.props.template).toEqual([[], []])
    }
  })

  test('every record can be shown, and every plate is in line with the parties', () => {
    const faults = records.flatMap((record) => {
      const read = parseRecord(record as unknown as LooseRecord)
      return read.record === undefined ? [`${record.id}: ${read.reason}`] : []
    })
    expect(faults).toEqual([])
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    expect(sheetsToArrange(records.filter(isSheet), records.filter(isParty), templateOf)).toEqual([])
  })

  test('every sentence that a plate shows is written', () => {
    const sentences = records.filter(({ typeName }) => typeName === 'sentence')
    expect(sentences.map(wordsOf)).not.toContain('')
    expect(sentences).toHaveLength(Object.keys(content.sentences).length)
  })

  test('it comes out the same each time', async () => {
    expect(await laySample({ content, templateOf, locale })).toEqual(records)
  })
})

test('both languages say all, each in its own words, and briefly', async () => {
  const { rows, parties } = await loadSample()
  const notes = rows.flat().flatMap((plate) => Object.values(plate.notes).flat())
  expect(notes.length).toBeGreaterThan(200)
  expect(rows.flat()).toHaveLength(14)
  expect(notes.filter(({ nl, en }) => nl === en)).toEqual([])
  const tooLong = ({ nl, en }: SampleNote) => Math.max(nl.length, en.length) > SAMPLE_NOTE_CHARS
  expect(notes.filter(tooLong)).toEqual([])
  const seated = new Set(parties.map(({ kind }) => kind))
  expect(notes.filter(({ by }) => !seated.has(by))).toEqual([])
})

test('content that does not fit is refused with where it goes wrong', async () => {
  const good = await loadSample()
  const [first = [], ...rest] = structuredClone(good.rows)
  const note = first[0]?.notes.kern?.[0]
  if (note) note.nl = 'x'.repeat(SAMPLE_NOTE_CHARS + 1)
  expect(() => parseSample({ ...good, rows: [first, ...rest] })).toThrow(/rows\[0\]\[0\]\.notes\.kern\[0\]\.nl/)
  expect(() => parseSample({ ...good, parties: [{ kind: 'nobody', levels: [], mandate: null }] })).toThrow(
    /parties\[0\]/,
  )
})

test.each([
  ['a plate', (text: string) => text.replace('"sub-tasks"', '"no-such-plate"'), 'no-such-plate'],
  ['a note', (text: string) => text.replace('"from":"Niet steeds blussen"', '"from":"Nooit gezegd"'), 'Nooit gezegd'],
  ['a region', (text: string) => text.replace('"overig"', '"nowhere"'), 'nowhere'],
])('content that names %s that is not there is refused by name', async (_, spoil, name) => {
  const content = parseSample(JSON.parse(spoil(JSON.stringify(await loadSample()))))
  await expect(laySample({ content, templateOf, locale: 'nl' })).rejects.toThrow(name)
})

type Sheet = Layout['sheets'][number]['sheet']

function figureOn(props: Sheet['props'], parties: readonly Party[]) {
  const template = templateOf(props.template)
  if (template === undefined) throw new Error(`no plate ${props.template}`)
  const kindOf = (id: string | null) => parties.find((party) => party.id === id)?.kind ?? 'own'
  const places = props.parties.map((party) => ({ party, kind: kindOf(party) }))
  return figureOf(template, { paper: paperOf(props), ...(places.length > 0 && { places }) })
}

const isWholeIn = ({ x, y, w, h }: Box, region: Layout['notes'][number]['regions'][number]): boolean =>
  [0, 1].every((right) =>
    [0, 1].every((down) =>
      outlineHolds(region.props.outline, { x: x + right * w - region.x, y: y + down * h - region.y }),
    ),
  )

/** `gemeente.doelen` as the plates call it: by the number of the party's place. */
function keyOnSheet(records: readonly BoardRecord[], key: string): string {
  const parties = records.filter(isParty).toSorted((a, b) => a.seat - b.seat)
  const [first, ...rest] = key.split('.')
  const place = parties.findIndex(({ id }) => id === `party:${first}`)
  return place < 0 ? key : `p${place + 1}.${rest.join('.')}`
}
