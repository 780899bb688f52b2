import {
  createShapePropsMigrationIds,
  createShapePropsMigrationSequence,
  type RecordProps,
  type TLBaseShape,
} from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { DOMAINS, type Domain } from './domains.ts'

/** A text of the plates in both languages; every reader picks its own. */
export interface Bilingual {
  nl: string
  en: string
}
const bilingual = T.object<Bilingual>({ nl: T.string, en: T.string })

/** What a region is on its figure; decides how it lights up and what may be written in it. */
const REGION_KINDS = ['field', 'hub', 'lobe', 'overlap', 'core', 'ring', 'banner', 'strip', 'tray'] as const
export type RegionKind = (typeof REGION_KINDS)[number]

export interface RegionProps {
  /** Size of the box round the outline, in canvas units. */
  w: number
  h: number
  kind: RegionKind
  /** Names the region within its template: the link to how it is drawn. */
  key: string
  /** The canonical slot: the same slot in one scope is the same information, whatever sheet shows it. */
  slot: string
  /** The slot of party cards that lie here, where it differs from that of notes. */
  partySlot: string | null
  domain: Domain | null
  /** Record id of the party that this region is about, or null where it is about nobody in particular. */
  party: string | null
  /** The kinds of notes that are asked for here, the first before all. */
  takes: string[]
  label: Bilingual
  /** The key question; may be empty. */
  question: Bilingual
  /** The closed outline, measured from the shape's own corner: x0, y0, x1, y1 … in canvas units. */
  outline: number[]
  /** Keys of regions on the same sheet that take away what lies in them too, as the core does from an overlap. */
  except: string[]
}
export type RegionShape = TLBaseShape<'region', RegionProps>

export const regionProps: RecordProps<RegionShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: T.literalEnum(...REGION_KINDS),
  key: T.string,
  slot: T.string,
  partySlot: T.string.nullable(),
  domain: T.literalEnum(...DOMAINS).nullable(),
  party: T.string.nullable(),
  takes: T.arrayOf(T.string),
  label: bilingual,
  question: bilingual,
  outline: T.arrayOf(T.number),
  except: T.arrayOf(T.string),
}

/** Notes in these regions are not collected: they show one shared sentence. */
export const isSentenceRegion = (kind: RegionKind): boolean => kind === 'hub' || kind === 'banner' || kind === 'strip'

const versions = createShapePropsMigrationIds('region', { AddPartyAndTakes: 1 })

export const regionMigrations = createShapePropsMigrationSequence({
  sequence: [
    {
      id: versions.AddPartyAndTakes,
      up(props) {
        props.party ??= null
        props.takes ??= []
      },
    },
  ],
})
