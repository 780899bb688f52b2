import type * as Y from 'yjs'
import type { ParticipantsMay } from '../../../shared/participants-may.ts'
import { metaMap, recordsMap } from '../../../shared/records/doc.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { PutBack, PutBackReason } from '../../../shared/sync/messages.ts'
import { Kin } from './kin.ts'
import { repair } from './repairs.ts'
import { Review } from './review.ts'
import { type Gone, isTooMany, type Writer } from './rules.ts'
import { clearStray, touchedBy } from './touched.ts'

/** Records that were good when last looked at; tldraw's validators skip what stayed the same. */
const REMEMBERED_RECORDS = 5_000
/** Signatures of deleted records, so that undoing a deletion brings back the author too. */
const REMEMBERED_SIGNATURES = 10_000

/**
 * Keeps a document legal whoever writes in it. It looks at what a transaction has touched, before the transaction ends, and
 * puts back what its writer may not do; so the one update that comes of it never shows an illegal state to anybody, and
 * the writer's own screen follows. It does not refuse updates: Yjs cannot skip one, all later ones would wait for it.
 */
export class Guard {
  #doc: Y.Doc
  #kin: Kin
  #meta: ReadonlyMap<string, unknown>
  #good = new Map<string, BoardRecord>()
  #signatures = new Map<string, Gone>()
  /** What `repair` has to look at. */
  #suspects: Set<string>
  #cameBack = new Set<string>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#kin = new Kin(doc)
    this.#meta = new Map(metaMap(doc).entries())
    this.#suspects = new Set(recordsMap(doc).keys())
  }

  /** The records that were touched since `repair` was last called; at first, all. */
  get touched(): ReadonlySet<string> {
    return this.#suspects
  }

  /** Of these, what somebody had deleted before. */
  get cameBack(): ReadonlySet<string> {
    return this.#cameBack
  }

  /** Puts back what is not allowed. To be called at the end of the transaction that applied this writer's updates. */
  check(transaction: Y.Transaction, writer: Writer, setting: ParticipantsMay): PutBack[] {
    const { records, isMetaTouched, strays } = touchedBy(transaction)
    const review = new Review(transaction, writer, setting, this.#good, this.#signatures)
    const faults: PutBackReason[] = []
    if ((isMetaTouched && this.#restoreMeta()) || strays.length > 0) faults.push('board')
    for (const stray of strays) clearStray(transaction, stray)
    for (const [id, parts] of records) {
      this.#kin.update(id)
      const fault = review.faultOf(id, isTooMany(this.#kin.size))
      if (fault !== undefined) {
        review.putBack(id, parts)
        this.#kin.update(id)
        faults.push(fault)
      } else if (!review.keepSignature(id)) faults.push('notYours')
      else if (review.isBack(id)) this.#cameBack.add(id)
      this.#suspects.add(id)
    }
    prune(this.#good, REMEMBERED_RECORDS)
    prune(this.#signatures, REMEMBERED_SIGNATURES)
    return [...Map.groupBy(faults, (reason) => reason)].map(([reason, same]) => ({ reason, records: same.length }))
  }

  /** Puts right what the edits since the last call have left together. To be called inside a transaction. */
  repair(): void {
    for (const id of repair(this.#doc, this.#kin, this.#suspects)) this.#good.delete(id)
    this.#suspects.clear()
    this.#cameBack.clear()
  }

  /** Takes note of what the server itself has written. */
  note(transaction: Y.Transaction): void {
    const { records, isMetaTouched } = touchedBy(transaction)
    if (isMetaTouched) this.#meta = new Map(metaMap(this.#doc).entries())
    for (const id of records.keys()) {
      this.#kin.update(id)
      this.#good.delete(id)
      this.#suspects.add(id)
    }
  }

  /** Whether anything had to be restored. */
  #restoreMeta(): boolean {
    const meta = metaMap(this.#doc)
    const strange = [...meta.keys()].filter((key) => !this.#meta.has(key))
    const altered = [...this.#meta].filter(([key, value]) => meta.get(key) !== value)
    for (const key of strange) meta.delete(key)
    for (const [key, value] of altered) meta.set(key, value)
    return strange.length + altered.length > 0
  }
}

/** Forgets the oldest. */
function prune(map: Map<string, unknown>, most: number): void {
  for (const id of map.keys()) {
    if (map.size <= most) return
    map.delete(id)
  }
}
