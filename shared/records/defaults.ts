/**
 * Frozen defaults of layout 1, by `typeName` or `typeName:type`, in the keys of the document. An entry that equals its
 * default is not written when a record is made, and an entry that is absent has its default. They are literals on
 * purpose: computed from tldraw at run time they would change what old documents mean.
 */
const EMPTY_TEXT = { type: 'doc', content: [{ type: 'paragraph' }] }

const SHAPE = { rotation: 0, isLocked: false, opacity: 1 }

const STROKE = { 'p.color': 'black', 'p.size': 'm', 'p.scale': 1 }

export const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  document: { gridSize: 10, name: '' },
  page: {},
  party: { kind: 'own', levels: [], mandate: null, trio: null },
  sentence: { richText: EMPTY_TEXT },
  'binding:arrow': { 'p.isExact': false, 'p.isPrecise': false, 'p.snap': 'none' },
  'asset:image': { 'p.isAnimated': false },
  'shape:note': {
    ...SHAPE,
    'p.color': 'yellow',
    'p.labelColor': 'black',
    'p.size': 's',
    'p.font': 'sans',
    'p.fontSizeAdjustment': 0,
    'p.align': 'start',
    'p.verticalAlign': 'start',
    'p.growY': 0,
    'p.url': '',
    'p.scale': 1,
    'p.richText': EMPTY_TEXT,
  },
  'shape:text': {
    ...SHAPE,
    ...STROKE,
    'p.font': 'draw',
    'p.textAlign': 'start',
    'p.w': 8,
    'p.autoSize': true,
    'p.richText': EMPTY_TEXT,
  },
  'shape:geo': {
    ...SHAPE,
    ...STROKE,
    'p.geo': 'rectangle',
    'p.dash': 'draw',
    'p.growY': 0,
    'p.url': '',
    'p.labelColor': 'black',
    'p.fill': 'none',
    'p.font': 'draw',
    'p.align': 'middle',
    'p.verticalAlign': 'middle',
    'p.richText': EMPTY_TEXT,
  },
  'shape:draw': {
    ...SHAPE,
    ...STROKE,
    'p.segments': [],
    'p.fill': 'none',
    'p.dash': 'draw',
    'p.isComplete': false,
    'p.isClosed': false,
    'p.isPen': false,
  },
  'shape:highlight': { ...SHAPE, ...STROKE, 'p.segments': [], 'p.isComplete': false, 'p.isPen': false },
  'shape:line': { ...SHAPE, ...STROKE, 'p.dash': 'draw', 'p.spline': 'line' },
  'shape:arrow': {
    ...SHAPE,
    ...STROKE,
    'p.kind': 'arc',
    'p.elbowMidPoint': 0.5,
    'p.dash': 'draw',
    'p.fill': 'none',
    'p.labelColor': 'black',
    'p.bend': 0,
    'p.arrowheadStart': 'none',
    'p.arrowheadEnd': 'arrow',
    'p.text': '',
    'p.labelPosition': 0.5,
    'p.font': 'draw',
  },
  'shape:frame': { ...SHAPE, 'p.name': '', 'p.color': 'black' },
  'shape:group': { ...SHAPE },
  'shape:image': {
    ...SHAPE,
    'p.playing': true,
    'p.url': '',
    'p.assetId': null,
    'p.crop': null,
    'p.flipX': false,
    'p.flipY': false,
    'p.altText': '',
  },
  'shape:video': {
    ...SHAPE,
    'p.autoplay': true,
    'p.url': '',
    'p.assetId': null,
    'p.altText': '',
    'p.time': 0,
    'p.playing': true,
  },
  'shape:bookmark': { ...SHAPE, 'p.assetId': null, 'p.url': '' },
  'shape:embed': { ...SHAPE, 'p.url': '' },
  'shape:sheet': { ...SHAPE, 'p.scope': 'table', 'p.size': 'M', 'p.parties': [] },
  'shape:region': { ...SHAPE, 'p.partySlot': null, 'p.domain': null, 'p.party': null, 'p.takes': [], 'p.except': [] },
  'shape:card': { ...SHAPE, wh: [220, 64] },
}

const NONE: Readonly<Record<string, unknown>> = {}

/** Defaults of a record by its `t` entry. A type without any has none: all its entries are written. */
export const defaultsOf = (typeName: string, type: string | undefined): Readonly<Record<string, unknown>> =>
  DEFAULTS[type === undefined ? typeName : `${typeName}:${type}`] ?? (typeName === 'shape' ? SHAPE : NONE)
