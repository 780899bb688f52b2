import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { EmptyPlate } from '../../../client/plates/EmptyPlate.tsx'
import { PlateFigure } from '../../../client/plates/PlateFigure.tsx'
import { PICTURES_CREDIT } from '../../../client/plates/pictograms/credit.ts'
import drawn from '../../../client/plates/pictograms/openmoji.json' with { type: 'json' }
import { subsetOf } from '../../../client/plates/pictograms/subset.ts'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import type { Item, SignNames } from '../../../shared/templates/drawing.ts'
import { figureOf } from '../../../shared/templates/figure.ts'
import { PICTOGRAMS } from '../../../shared/templates/pictogram.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { textWidth } from '../../../shared/templates/text-width.ts'
import { allTemplates } from '../../support/templates.ts'

const LOCALES = LocaleSchema.options
const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
const source = 'node_modules/@iconify-json/openmoji'
const concepts = Object.entries(PICTOGRAMS)
const bodies = Object.entries(drawn.pictures)

describe('the set of pictures', () => {
  test('is what the script takes from OpenMoji, unmodified', () => {
    expect(read('client/plates/pictograms/openmoji.json')).toBe(subsetOf(JSON.parse(read(`${source}/icons.json`))))
  })

  test('is under the licence that its folder names, in the version that it names', () => {
    const { version, license } = JSON.parse(read(`${source}/package.json`))
    const record = read('client/plates/pictograms/LICENCE.md')
    expect(record).toContain(`\`${license}\``)
    expect(record).toContain(` ${version}.`)
    expect(JSON.parse(read('package.json')).devDependencies['@iconify-json/openmoji']).toBe(version)
    for (const locale of LOCALES)
      expect(PICTURES_CREDIT[locale]).toContain(license.replaceAll('-', ' ').replace('CC BY SA 4', 'CC BY-SA 4'))
  })

  test.each(LOCALES)('has a name of its own for each picture (%s)', (locale) => {
    const names = concepts.map(([, concept]) => concept[locale])
    expect(names.filter((name) => name.trim() === '')).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('shows no two things by one picture', () => {
    expect(new Set(bodies.map(([, body]) => body)).size).toBe(concepts.length)
  })

  test('draws with nothing from elsewhere, and no picture needs a part of another', () => {
    const idsIn = (body: string) => [...body.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    const usedIn = (body: string) => [...body.matchAll(/(?:url\(|href=")#([^")]+)/g)].map(([, id]) => id)
    const foreign =
      /https?:|data:|<(?!\/?(g|path|circle|ellipse|rect|line|polyline|polygon|use|defs|clipPath|mask)\b)|\son\w+=/
    expect(bodies.filter(([, body]) => foreign.test(body)).map(([concept]) => concept)).toEqual([])
    const ids = bodies.flatMap(([, body]) => idsIn(body))
    expect(new Set(ids).size).toBe(ids.length)
    const torn = bodies.filter(([, body]) => usedIn(body).some((id) => !idsIn(body).includes(id)))
    expect(torn.map(([concept]) => concept)).toEqual([])
  })
})

/** All that has a sign of its own in a plate: the plate, its regions, its heads. */
const signed = (data: unknown): Record<string, unknown>[] => {
  if (typeof data !== 'object' || data === null) return []
  const own = 'icon' in data ? [data as Record<string, unknown>] : []
  return [...own, ...Object.values(data).flatMap(signed)]
}

const signsIn = (template: Template) => {
  const { ground, words, regions } = figureOf(template)
  const items: Item[] = [...ground, ...words, ...regions.flatMap(({ sentence }) => sentence?.empty ?? [])]
  return items.flatMap((item): (SignNames & { size: number })[] => {
    if (item.is === 'icon') return [item]
    return item.is === 'text' && item.lead && 'icon' in item.lead ? [item.lead] : []
  })
}

const templates = allTemplates()
const residents = templates.filter(({ isForResidents }) => isForResidents)
const named = residents.map((template) => [template.id, template] as const)

test('only plates for residents have pictures', () => {
  const others = templates.filter(({ isForResidents }) => !isForResidents)
  expect(others.filter((template) => signed(template).some(({ pictogram }) => pictogram)).map(({ id }) => id)).toEqual(
    [],
  )
})

describe.each(named)('%s, for residents', (_, template) => {
  test('has a picture for the plate, for every region and for every head', () => {
    expect(signed(template).filter(({ pictogram }) => !pictogram)).toEqual([])
  })

  test('draws every sign as a picture, large enough to be seen from a chair', () => {
    // The small discs before printed lines are not signs of anything.
    const signs = signsIn(template).filter(({ icon }) => icon !== 'circle-small')
    expect(signs.length).toBeGreaterThan(0)
    expect(signs.filter(({ pictogram, size }) => !pictogram || size < 64)).toEqual([])
  })

  test.each(LOCALES)('names who drew them at its foot (%s)', (locale) => {
    expect(renderToStaticMarkup(createElement(EmptyPlate, { template, locale }))).toContain(PICTURES_CREDIT[locale])
  })

  test.each(LOCALES)('has room at its foot for that and for those who wrote on it (%s)', (locale) => {
    const parties = Array.from({ length: 12 }, (_, at) => ({
      id: `party:${at}`,
      name: 'Woningcorporatie',
      seat: at + 1,
    }))
    const markup = renderToStaticMarkup(
      createElement(PlateFigure, {
        template,
        figure: figureOf(template),
        locale,
        tableName: '',
        about: '',
        parties,
        sentenceOf: () => '',
        seatedParty: () => undefined,
        lit: new Set<string>(),
      }),
    )
    const marks = [...markup.matchAll(/<svg x="([\d.]+)" y="1636"/g)].map(([, x]) => Number(x))
    const foot = markup.match(/>([^<>]*OpenMoji[^<>]*)</)?.[1] ?? ''
    expect(marks.length).toBeGreaterThan(2)
    expect(Math.min(...marks)).toBeGreaterThan(56 + textWidth(foot, 18, 500) + 24)
  })
})

test('other plates name nobody who drew pictures', () => {
  const other = templates.find(({ isForResidents }) => !isForResidents)
  if (!other) throw new Error('all plates are for residents')
  expect(renderToStaticMarkup(createElement(EmptyPlate, { template: other, locale: 'nl' }))).not.toContain('OpenMoji')
})
