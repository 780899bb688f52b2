import { afterAll, expect, test } from 'vitest'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { SHEET_SIZES } from '../../shared/records/sheet.ts'
import { textWidth } from '../../shared/templates/text-width.ts'
import { aPlatesPage } from '../plates/serve.ts'
import { allTemplates } from '../support/templates.ts'
import { aBrowser } from './support/browser.ts'

const browser = await aBrowser()
const plates = await aPlatesPage()
afterAll(() => plates.close())

/** How far a line may be wider in the browser than where it was laid out, as a part of it and in canvas units. */
const WIDER = { share: 0.02, units: 1.5 }

const runs = LocaleSchema.options.flatMap((locale) => SHEET_SIZES.map((size) => [locale, size] as const))

test.each(runs)('all words of all plates are as wide as they were laid out to be (%s, %s)', async (locale, size) => {
  const page = await browser.newPage()
  const ids = allTemplates().map(({ id }) => id)
  await plates.show(page, { locale, ids, size, width: 2384, columns: 1 })
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextContentElement>('svg.plate tspan, svg.plate text:not(:has(tspan))')].map(
      (element) => {
        const { fontSize, fontWeight } = getComputedStyle(element)
        const words = element.textContent ?? ''
        return {
          words,
          size: Number.parseFloat(fontSize),
          weight: Number(fontWeight),
          width: element.getComputedTextLength(),
        }
      },
    ),
  )
  await page.close()
  expect(lines.length).toBeGreaterThan(10 * ids.length)
  const wider = lines.filter(
    ({ words, size, weight, width }) => width > textWidth(words, size, weight) * (1 + WIDER.share) + WIDER.units,
  )
  expect(wider).toEqual([])
})
