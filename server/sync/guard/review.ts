import * as Y from 'yjs'
import type { ParticipantsMay } from '../../../shared/participants-may.ts'
import { metaMap, type RecordMap, readRecord, recordsMap } from '../../../shared/records/doc.ts'
import { MENDED } from '../../../shared/records/layout-version.ts'
import { fillFragment, makeFragment } from '../../../shared/records/rich-text.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { PutBackReason } from '../../../shared/sync/messages.ts'
import { Before } from './before.ts'
import {
  entriesFault,
  type Gone,
  isSameSignature,
  isTooLong,
  maySign,
  rightsFault,
  type Version,
  versionOf,
  type Writer,
} from './rules.ts'
import type { YType } from './y-type.ts'

/** One writer's changes in one transaction, record by record. */
export class Review {
  #transaction: Y.Transaction
  #records: Y.Map<RecordMap>
  #before: Before
  #writer: Writer
  #setting: ParticipantsMay
  #good: Map<string, BoardRecord>
  #signatures: Map<string, Gone>
  /** Whether what is new here may be what the server has lost: whoever still has that may bring it, be it another's. */
  #mayBringBack: boolean

  constructor(
    transaction: Y.Transaction,
    writer: Writer,
    setting: ParticipantsMay,
    good: Map<string, BoardRecord>,
    signatures: Map<string, Gone>,
  ) {
    this.#mayBringBack = metaMap(transaction.doc).has(MENDED)
    this.#transaction = transaction
    this.#records = recordsMap(transaction.doc)
    this.#before = new Before(transaction)
    this.#writer = writer
    this.#setting = setting
    this.#good = good
    this.#signatures = signatures
  }

  /** Why what was done to this record may not stay. */
  faultOf(id: string, isTooMuch: boolean): PutBackReason | undefined {
    const before = this.#versionBefore(id)
    const after = this.#versionAfter(id)
    const now: unknown = this.#records.get(id)
    if (before === undefined && now === undefined) return undefined
    if (before === undefined && isTooMuch) return 'tooLarge'
    if (now !== undefined && after === undefined) return 'invalid'
    const owner = this.#ownerOf(id, before ?? after)
    const isBroughtBack = before === undefined && this.#mayBringBack
    const fault = isBroughtBack
      ? undefined
      : rightsFault({ writer: this.#writer, setting: this.#setting, before, after, owner })
    if (fault !== undefined && !(after === undefined && this.#isLoose(id))) return fault
    return after === undefined ? undefined : this.#formFault(id)
  }

  #versionBefore(id: string): Version | undefined {
    const map = this.#before.valueOf(this.#records, id)
    return map instanceof Y.Map ? versionOf((key) => this.#before.valueOf(map, key)) : undefined
  }

  #versionAfter(id: string): Version | undefined {
    const map: unknown = this.#records.get(id)
    return map instanceof Y.Map ? versionOf((key) => map.get(key)) : undefined
  }

  #ownerOf(id: string, version: Version | undefined): unknown {
    if (version?.typeName !== 'binding') return version?.by
    const arrow = this.#endsOf(id)[0]
    const arrowVersion = this.#versionBefore(arrow ?? '') ?? this.#versionAfter(arrow ?? '')
    return arrowVersion?.by
  }

  #endsOf(id: string): string[] {
    const now: unknown = this.#records.get(id)
    const map = now instanceof Y.Map ? now : this.#before.valueOf(this.#records, id)
    if (!(map instanceof Y.Map)) return []
    return ['fromId', 'toId'].map((key) => String(map.get(key) ?? this.#before.valueOf(map, key)))
  }

  /** A binding that has lost an end: whoever takes away the end takes the binding along. */
  #isLoose(id: string): boolean {
    return id.startsWith('binding:') && this.#endsOf(id).some((end) => !this.#records.has(end))
  }

  #formFault(id: string): PutBackReason | undefined {
    const map = this.#records.get(id) as RecordMap
    const fault = entriesFault(map)
    if (fault !== undefined) return fault
    const read = readRecord(id, map, this.#good.get(id))
    if (read.record === undefined) {
      this.#good.delete(id)
      // Not there yet, or fine by itself: what it lacks may come, and `repair` sees to the rest.
      return read.reason === undefined || read.restsOn !== undefined ? undefined : 'invalid'
    }
    if (isTooLong(read.record)) return 'tooLarge'
    this.#good.delete(id)
    this.#good.set(id, read.record)
    return undefined
  }

  /** Sees to it that nobody signs for another; false when a signature had to be put right. */
  keepSignature(id: string): boolean {
    const before = this.#versionBefore(id)
    const after = this.#versionAfter(id)
    if (after === undefined) {
      this.#good.delete(id)
      if (before !== undefined) this.#signatures.set(id, { ...before, deletedBy: this.#writer.participantId })
      return true
    }
    const known = before ?? this.#ownDeletion(id)
    if (known ? isSameSignature(after, known) : maySign(after, this.#writer)) return true
    if (before === undefined && (this.#mayBringBack || maySign(after, this.#writer))) return true
    const map = this.#records.get(id) as RecordMap
    setOrDelete(map, 'm.by', before?.by)
    setOrDelete(map, 'm.party', before?.party)
    this.#good.delete(id)
    return false
  }

  /** What a record was signed with that this writer has taken away, and so may bring back. */
  #ownDeletion(id: string): Gone | undefined {
    const gone = this.#signatures.get(id)
    return gone?.deletedBy === this.#writer.participantId ? gone : undefined
  }

  /** Whether this record is here again after it had been deleted. */
  isBack(id: string): boolean {
    return this.#signatures.has(id) && this.#versionBefore(id) === undefined && this.#records.has(id)
  }

  /** Restores a record as it was. `parts` are the types in it that have been changed. */
  putBack(id: string, parts: ReadonlySet<YType>): void {
    this.#good.delete(id)
    const before = this.#before.valueOf(this.#records, id)
    const now: unknown = this.#records.get(id)
    if (before === undefined) this.#records.delete(id)
    else if (now !== before) this.#records.set(id, this.#copyOf(before as YType))
    else if (now instanceof Y.Map) this.#revert(now, parts)
  }

  #copyOf(before: YType): RecordMap {
    const copy: RecordMap = new Y.Map()
    for (const [key, value] of this.#before.entriesOf(before)) copy.set(key, this.#valueAgain(value))
    return copy
  }

  #revert(map: RecordMap, parts: ReadonlySet<YType>): void {
    const changed = this.#transaction.changed as unknown as Map<YType, Set<string | null>>
    for (const key of [...(changed.get(map) ?? [])]) {
      if (key !== null) setOrDelete(map, key, this.#valueAgain(this.#before.valueOf(map, key)))
    }
    // What else has changed is text. Its fragment stays, because editors are bound to it.
    for (const value of map.values()) {
      if (!(value instanceof Y.XmlFragment) || ![...parts].some((part) => isWithin(part, value))) continue
      const text = this.#before.textOf(value)
      value.delete(0, value.length)
      fillFragment(value, text)
    }
  }

  /** What stood there, to be put there anew: a type that is gone cannot be used again. */
  #valueAgain(value: unknown): unknown {
    return value instanceof Y.XmlFragment ? makeFragment(this.#before.textOf(value)) : value
  }
}

function isWithin(part: YType, whole: YType): boolean {
  for (let type: YType | undefined = part; type; type = type._item?.parent as YType | undefined)
    if (type === whole) return true
  return false
}

function setOrDelete(map: RecordMap, key: string, value: unknown): void {
  if (value !== undefined) map.set(key, value)
  else if (map.has(key)) map.delete(key)
}
