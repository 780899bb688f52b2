import type * as Y from 'yjs'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Frame } from '../trace/trace.ts'
import type { Hub } from './hub.ts'

/** The people at a table, as one way of keeping records in a document has them write. */
export interface Writers {
  play(frame: Frame): void
  /** Writes what is held back still, and throws unless everybody has what all others wrote. */
  settle(expected: ReadonlyMap<string, BoardRecord>): void
  stop(): void
}

/** One way of keeping records in a document. */
export interface Layout {
  /** Puts down what the server lays before anybody comes. */
  lay(doc: Y.Doc, records: readonly BoardRecord[]): void
  seat(hub: Hub, people: number): Writers
  /** The records of a document as they stand there, not looked at any further. */
  build(doc: Y.Doc): unknown[]
  /** The records that a newcomer to the document shows. */
  read(doc: Y.Doc): BoardRecord[]
  /** Keeps reading what changes in a document that others write in. */
  follow(doc: Y.Doc): void
}
