import type { Domain } from '../records/domains.ts'
import type { Bilingual, RegionKind } from '../records/region.ts'
import type { TextStyle } from './fit-text.ts'
import type { Tones } from './hues.ts'
import type { ItemKind } from './item-kinds.ts'
import type { PictogramId } from './pictogram.ts'
import type { Box, Point, Polygon } from './polygon.ts'

/** What a figure is drawn with, in canvas units from the corner of its sheet. */
export type Item = Area | Line | Icon | Text

export interface Stroke {
  readonly colour: string
  readonly width: number
  /** Lines are told apart by more than colour where areas overlap or nest. */
  readonly dash?: 'dashed' | 'dotted' | 'boxed'
}

export interface Area {
  readonly is: 'area'
  readonly outline: Polygon
  readonly fill?: string
  /** Where areas overlap, their colours add up. */
  readonly multiply?: boolean
  readonly opacity?: number
  readonly stroke?: Stroke
}

export interface Line {
  readonly is: 'line'
  readonly points: Polygon
  readonly stroke: Stroke
}

/** A line icon; on plates for residents a picture takes its place. */
export interface SignNames {
  readonly icon: string
  readonly pictogram?: PictogramId
}

export interface Icon extends SignNames {
  readonly is: 'icon'
  /** Its centre. */
  readonly at: Point
  readonly size: number
  readonly colour: string
}

/** A sign before a text: an icon, or a number in a circle. */
export type Lead =
  | (SignNames & { readonly size: number; readonly gap: number })
  | { readonly number: number; readonly size: number; readonly gap: number }

export interface Text {
  readonly is: 'text'
  readonly text: Bilingual
  readonly at: Point
  readonly align: 'start' | 'middle' | 'end'
  /** Which part of the block of lines lies at the point. */
  readonly anchor: 'top' | 'middle' | 'bottom'
  readonly style: TextStyle
  readonly lead?: Lead
  readonly pill?: { readonly fill: string; readonly padding: number; readonly height: number }
}

/** Where and how a shared sentence stands in its region. */
export interface SentenceLook {
  /** Caption and sentence stand under each other in the middle of this box. */
  readonly box: Box
  readonly align: 'start' | 'middle'
  readonly caption: Bilingual
  readonly captionStyle: TextStyle
  readonly style: TextStyle
  readonly gap: number
  /** What stands here as long as nothing is written. */
  readonly empty: readonly Item[]
}

export interface FigureRegion {
  readonly key: string
  readonly kind: RegionKind
  readonly slot: string
  readonly partySlot: string | null
  readonly domain: Domain | null
  readonly label: Bilingual
  readonly question: Bilingual
  /** The kinds of notes that are asked for, the first before all. */
  readonly takes: readonly ItemKind[]
  /** Record id of the party that it is about. */
  readonly party: string | null
  readonly except: readonly string[]
  readonly outline: Polygon
  readonly tones: Tones
  /** The middle of the room where a first card is asked for; only regions whose question stands at their edge have it. */
  readonly invitation?: Point
  readonly sentence?: SentenceLook
}

/** Where the card of a party is printed: its upper left corner. */
export interface Seat extends Point {
  /** Record id of the party, or null while the place waits for one. */
  readonly party: string | null
}

/** A plate ready to be drawn and to be laid on a table. */
export interface Figure {
  readonly w: number
  readonly h: number
  /** In the reading order of the plate. */
  readonly regions: readonly FigureRegion[]
  /** Areas that lie under what lights up. */
  readonly ground: readonly Item[]
  /** The dark figure: nothing is laid on it that was not put there by hand. */
  readonly closed?: Polygon
  /** One for each party, on plates that have a place for each. */
  readonly seats: readonly Seat[]
  /** What stays visible over what lights up: the dark figure and all words. */
  readonly words: readonly Item[]
}
