import type { Board } from '../../shared/api/boards.ts'
import type { Dossier } from '../../shared/api/dossier.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { Domain } from '../../shared/records/domains.ts'
import type { NoteDetails } from '../../shared/records/note-details.ts'
import type { InterestSort, NoteKind } from '../../shared/records/note-kind.ts'
import type { Party } from '../../shared/records/party.ts'
import type { Bilingual, RegionKind } from '../../shared/records/region.ts'
import type { RelationKind } from '../../shared/records/relation-kinds.ts'
import type { SheetSize } from '../../shared/records/sheet.ts'
import type { PutBack } from '../../shared/sync/messages.ts'
import type { SaveState } from '../net/save-state.ts'

export type { SaveState } from '../net/save-state.ts'

/** Someone who has the table open now, this device included. */
export interface PresentPerson {
  /** Awareness client, as text: one person with two tabs is here twice. */
  clientId: string
  participantId: string
  name: string | null
  /** Record id of the party, or null. */
  party: string | null
  self: boolean
  /** Whether this device follows the person's view. */
  followed: boolean
}

export interface RegionView {
  id: string
  kind: RegionKind
  domain: Domain | null
  /** Record id of the party that it is about. */
  party: string | null
  /** Of a region that lies in the place of a party, which one, counted from 0. */
  place: number | null
  label: Bilingual
}

export interface SheetView {
  id: string
  template: string
  title: Bilingual
  locked: boolean
  size: SheetSize
  /** In the reading order of the plate. */
  regions: RegionView[]
}

/** What can be said of a party at the table. */
export type PartyChanges = Partial<Pick<Party, 'name' | 'icon' | 'seat' | 'levels' | 'mandate' | 'trio'>>

/** A relation that this user can make or change now, by what is selected. */
export interface Relating {
  /** `arrow`: it has two ends · `ends`: one or two things that can be joined · `other`: it waits for its other end. */
  step: 'arrow' | 'ends' | 'other'
  /** Another for other things selected. */
  id: string
  kind: RelationKind | null
  /** Where what is selected lies, in pixels from the canvas's corner. */
  box: { x: number; y: number; w: number; h: number } | null
}
/** Something drawn on the table, in units of the page: what a plate can be made of. */
export type DrawnThing =
  | { is: 'form'; shape: 'box' | 'ellipse'; x: number; y: number; w: number; h: number; text: string }
  | { is: 'words'; x: number; y: number; w: number; h: number; size: number; text: string }
  | { is: 'line'; points: { x: number; y: number }[]; isArrow: boolean }

/** What this user may do now with what lies on the table. */
export interface Rights {
  /** Lay something new. */
  add: boolean
  /** Change what others laid, and what is everybody's. */
  changeAll: boolean
  /** Take away what others laid, and what is everybody's. */
  deleteAll: boolean
}

/** The notes that this user has chosen and may change. */
export interface ChosenNotes {
  ids: string[]
  /** What they are, or null where they differ. */
  kind: NoteKind | null
  /** What the places where they lie ask for, the first before all. */
  asks: NoteKind[]
  /** What is told of one note besides its words. */
  details: NoteDetails
  /** Whose interests lie there, where the place says it. */
  sort: InterestSort | null
}

/** A box on the canvas, in px from its corner. */
export interface ChosenPlace {
  x: number
  y: number
  w: number
  h: number
}

/**
 * An open table as the chrome sees it: acts go in here, and what changes comes out of the hooks in `hooks.ts`. Nothing
 * outside this folder knows tldraw.
 */
export interface Table {
  readonly board: Board
  /** Read these through `useTableValue`. */
  readonly view: { readonly [K in keyof TableView]: { get(): TableView[K] } }
  /** Lays a note: in the given region on a free place, or where the user looks. Opens it for typing when `text` is empty. */
  addNote(options: { regionId?: string; text?: string }): void
  /** Lays a card of a party; a palette key or an own name makes the party first if it is new. Returns the party's id. */
  addParty(options: { party: string; regionId?: string }): string
  /** Brings a record (note, card, region, sheet) into view and selects it where it can be selected. */
  goTo(recordId: string): void
  showAll(): void
  zoomIn(): void
  zoomOut(): void
  follow(clientId: string): void
  stopFollowing(): void
  undo(): void
  redo(): void
  /** Facilitator: lets a sheet be moved or deleted, or fixes it again. */
  setSheetLocked(sheetId: string, locked: boolean): void
  /** Facilitator: gives a sheet more or less paper; what lies in its regions stays in them. */
  setSheetSize(sheetId: string, size: SheetSize): void
  /** Changes what all cards and places of a party show. */
  changeParty(id: string, changes: PartyChanges): void
  /** Takes a party from the table with its cards and with what lies in its places, in one step that can be undone. */
  removeParty(id: string): void
  /** Says what notes are: written only where their place does not ask for that kind anyway. */
  chooseKind(noteIds: readonly string[], kind: NoteKind): void
  /** Tells more of a note; what is undefined is told no longer. */
  tellMore(noteId: string, details: NoteDetails): void
  /** What is drawn and selected now. */
  drawnThings(): DrawnThing[]
  setSentence(options: { scope: string; slot: string; text: string }): void
  /** Makes a relation of what is selected, see `Relating`; null makes the arrow plain. */
  relate(kind: RelationKind | null): void
  /** Ties the relation that waits for its other end to a note or card, or lets it go. */
  relateTo(recordId: string | null): void
  /** Changes the two ends of the selected arrow. */
  turnRelation(): void
  /** Lays what was written on something that is gone as a new thing, or lets it go. */
  layLost(id: string): void
  dropLost(id: string): void
  /** Try the connection now instead of at the next turn. */
  reconnect(): void
  /** Everything on the board as a file to keep, for when the server cannot save. */
  saveCopy(): void
  focusCanvas(): void
  close(): void
}

export interface TableView {
  /** What the table is called now. */
  title: string
  dossier: Dossier
  sheets: SheetView[]
  people: PresentPerson[]
  save: SaveState
  /** 1 is 100 %. */
  zoom: number
  /** Records that could not be read and are set aside. */
  setAside: { id: string; reason: string }[]
  participantsMay: ParticipantsMay
  rights: Rights
  relating: Relating | null
  /** What the server last put back of what this user did; a new object each time. */
  putBack: PutBack | null
  /** What this user wrote on things that others took away meanwhile. */
  lost: { id: string; words: string }[]
  /** Null while nothing is chosen that can be changed, and while something is done with it. */
  chosenNotes: ChosenNotes | null
  chosenPlace: ChosenPlace | null
}
