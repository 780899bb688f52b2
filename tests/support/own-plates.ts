import type { FreeArea } from '../../shared/templates/free-schema.ts'
import type { Template } from '../../shared/templates/schema.ts'

const both = (text: string) => ({ nl: text, en: text })

/** One region of a plate that somebody drew. */
export const anArea = (key: string, wish: Partial<FreeArea> = {}): FreeArea => ({
  key,
  slot: `eigen-wijk.${key}`,
  label: both(key),
  icon: 'pencil',
  shape: 'box',
  x: 56,
  y: 172,
  w: 900,
  h: 700,
  ...wish,
})

/** A plate that somebody drew: two fields beside each other. */
export const anOwnPlate = (wish: Partial<Template> = {}): Template => ({
  id: 'eigen-wijk',
  number: 'E01',
  title: both('Onze wijk'),
  purpose: both('Kijken wat er speelt'),
  help: both('Leg bij elk vak wat u ziet.'),
  minutes: [20, 40],
  people: [3, 12],
  source: both('Eigen plaat'),
  isReconstruction: false,
  isForResidents: false,
  sessions: ['atelier'],
  hue: 'casus',
  icon: 'pencil',
  figure: {
    kind: 'free',
    areas: [anArea('fijn'), anArea('lastig', { x: 1_100, shape: 'ellipse' })],
    words: [{ text: both('Kijk rond'), x: 60, y: 1_000, size: 40 }],
    lines: [
      {
        points: [
          { x: 960, y: 500 },
          { x: 1_090, y: 500 },
        ],
        isArrow: true,
      },
    ],
  },
  ...wish,
})
