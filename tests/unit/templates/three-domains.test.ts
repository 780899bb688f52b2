import { describe, expect, test } from 'vitest'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import { figureOf } from '../../../shared/templates/figure.ts'
import { type Box, boundsOf, boxPolygon, type Point } from '../../../shared/templates/polygon.ts'
import { curveHolds, grow, type Superellipse } from '../../../shared/templates/superellipse.ts'
import { wordBoxes } from '../../../shared/templates/text-layout.ts'
import { aTemplate } from '../../support/templates.ts'

const LOBES: Record<string, Superellipse> = {
  institutioneel: { cx: 806, cy: 732, rx: 750, ry: 430 },
  casus: { cx: 1578, cy: 732, rx: 750, ry: 430 },
  leefomgeving: { cx: 1192, cy: 1182, rx: 900, ry: 424 },
}
const MARGIN = 20

const figure = figureOf(aTemplate('three-domains'))
const regionBox = (key: string): Box => {
  const region = figure.regions.find((each) => each.key === key)
  if (!region) throw new Error(`no region ${key}`)
  return boundsOf(region.outline)
}

describe('three domains', () => {
  test('the core is what the three lobes share, wide enough for three cards', () => {
    const { w, h } = regionBox('kern')
    expect(Math.abs(w - 725)).toBeLessThan(5)
    expect(h).toBeGreaterThan(350)
  })

  test.each(Object.keys(LOBES).flatMap((domain) => LocaleSchema.options.map((locale) => [domain, locale] as const)))(
    'the label of %s lies well within its own lobe and outside the others (%s)',
    (domain, locale) => {
      const strip = regionBox(`${domain}.deelopgave`)
      const nearStrip = ({ x, y }: Box) => Math.abs(x - strip.x) < 1 && y < strip.y && y > strip.y - 120
      const corners: Point[] = [strip, ...wordBoxes(figure, locale).filter(nearStrip)].flatMap(boxPolygon)
      const { [domain]: own, ...others } = LOBES
      expect(corners.length).toBe(12)
      expect(corners.filter((corner) => !own || !curveHolds(grow(own, -MARGIN), corner))).toEqual([])
      expect(
        corners.filter((corner) => Object.values(others).some((lobe) => curveHolds(grow(lobe, MARGIN), corner))),
      ).toEqual([])
    },
  )
})
