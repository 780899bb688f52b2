import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../../../client/plates/all-templates.ts'
import { figureFor } from '../../../client/plates/figures.ts'
import { PlateFigure } from '../../../client/plates/PlateFigure.tsx'
import { PLATE_ICONS } from '../../../client/plates/plate-icons.ts'
import { Thumbnail } from '../../../client/plates/Thumbnail.tsx'
import { coverOf } from '../../../shared/templates/cover.ts'
import { slotsIn } from '../../../shared/templates/slots-in.ts'

describe('Thumbnail', () => {
  test.each(TEMPLATES.map(coverOf))('of $id is a picture without words that screen readers skip', (cover) => {
    const markup = renderToStaticMarkup(createElement(Thumbnail, { cover, glyph: PLATE_ICONS[cover.icon] }))
    expect(markup).toMatch(/^<svg[^>]*aria-hidden="true"/)
    expect(markup).not.toContain('<text')
    expect(markup).not.toMatch(/NaN|undefined/)
  })

  test('of a plate that is not known is an empty picture', () => {
    expect(renderToStaticMarkup(createElement(Thumbnail, { cover: undefined }))).toMatch(/^<svg[^>]*><\/svg>$/)
  })
})

describe('PlateFigure', () => {
  const draw = (id: string, sentence: string, parties: { id: string; name: string; seat: number }[] = []) => {
    const template = TEMPLATES.find((each) => each.id === id)
    if (!template) throw new Error(`no plate ${id}`)
    return renderToStaticMarkup(
      createElement(PlateFigure, {
        template,
        figure: figureFor(template),
        locale: 'nl',
        tableName: 'Tafel 3',
        about: '',
        parties,
        sentenceOf: (slot) => (slot === 'opgave.zin' ? sentence : ''),
        seatedParty: () => undefined,
        lit: new Set<string>(),
      }),
    )
  }

  test.each(TEMPLATES.map(({ id }) => id))('of %s is drawn without a hole', (id) => {
    expect(draw(id, '')).not.toMatch(/NaN|undefined/)
  })

  const withSentence = TEMPLATES.filter(({ figure }) => slotsIn(figure).has('opgave.zin'))
  test.each(withSentence.map(({ id }) => id))('of %s shows the shared sentence once it is written', (id) => {
    expect(draw(id, 'Iedereen een thuis')).toContain('Iedereen een thuis')
  })

  test('has its number at the foot until somebody has written on it', () => {
    expect(draw('opgave-circle', '')).toContain('>A02<')
    const written = draw('opgave-circle', '', [{ id: 'party:gemeente', name: 'Gemeente', seat: 1 }])
    expect(written).toContain('>Gemeente<')
    expect(written).not.toContain('>A02<')
  })
})
