import { expect } from 'vitest'
import type * as Y from 'yjs'
import { hasNote, noteIds, wordsIn } from './layout-one.ts'
import type { Change, SavingClient } from './saving-client.ts'

/** What one client did to one note: gave it these words, or deleted it. */
export interface Deed {
  id: string
  words: string | undefined
  by: SavingClient
  change: Change
}

/** Keeps what was promised about the notes of a table: what was called saved, and what others were sent. */
export class Ledger {
  /** Words by note; undefined where it must be gone. */
  #must = new Map<string, string | undefined>()
  /** How much was promised so far; a run in which that is nothing proves nothing. */
  promised = 0

  /** To be called when the server has ended: from now on all that was promised must be there for ever. */
  settle(deeds: readonly Deed[], clients: readonly { client: SavingClient; sawGo: ReadonlySet<string> }[]): void {
    const isSeen = ({ id, words, by }: Deed) =>
      clients.some(
        ({ client, sawGo }) => client !== by && (words === undefined ? sawGo.has(id) : hasNote(client.doc, id)),
      )
    const [certain, open] = [new Set<Deed>(), new Set<Deed>()]
    for (const deed of deeds) (deed.change.isSaved() || isSeen(deed) ? certain : open).add(deed)
    for (const { id, words } of certain) this.#must.set(id, words)
    // A deletion that nobody was told of may be there or not.
    for (const { id, words } of open) if (words === undefined) this.#must.delete(id)
    this.promised += certain.size
  }

  /** Fails when something that was promised is not so in this document. */
  check(doc: Y.Doc): void {
    const here = new Set(noteIds(doc))
    const found = [...this.#must.keys()].map((id) => [id, here.has(id) ? wordsIn(doc, id) : undefined])
    expect(found).toEqual([...this.#must])
  }
}

/** Notes that vanish from a document from now on. */
export function watchGoing(doc: Y.Doc): ReadonlySet<string> {
  const gone = new Set<string>()
  doc.getMap('r').observe(({ changes }) => {
    for (const [key, { action }] of changes.keys) if (action === 'delete') gone.add(key.replace('shape:', ''))
  })
  return gone
}
