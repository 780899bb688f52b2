import type { TLShape } from 'tldraw'
import type * as Y from 'yjs'
import type { BoardConnection } from '../net/board-connection.ts'
import { recordsIn } from '../net/kept-records.ts'
import type { OfflineCopy } from '../net/offline-copy.ts'
import { dropCopy, type OlderCopy, olderCopies, readCopy } from '../net/older-copies.ts'
import { applyChanges, changesBetween, hasText } from '../sync/rebase.ts'
import { createTextComparer, createTextWriter } from '../sync/write-text.ts'
import { boardLayout } from './board-layout.ts'
import { textSchema } from './collaborative-text.ts'

const options = {
  layout: boardLayout,
  isSameText: createTextComparer(textSchema),
  writeText: createTextWriter(textSchema),
}

/** What of a copy the server has not confirmed, as changes of records. */
const unsentIn = ({ acknowledged, local }: OlderCopy) =>
  changesBetween(recordsIn(acknowledged), recordsIn(local), options)

/** The records on which the copy that is open has text of an earlier visit that the server has not confirmed. */
export async function foundText(offline: OfflineCopy | undefined): Promise<string[]> {
  const copy = offline && offline.found > 0 ? await readCopy(offline.name) : undefined
  return copy ? unsentIn(copy).flatMap((change) => (hasText(change, options) ? [change.id] : [])) : []
}

/**
 * Does once more, on the table as the server has it now, what older copies on this device hold and the server has never
 * confirmed. Each copy is kept until the server has all of it. Returns what has no place any more.
 */
export async function bringOver(
  boardId: string,
  doc: Y.Doc,
  offline: OfflineCopy,
  connection: BoardConnection,
): Promise<TLShape[]> {
  const older = await olderCopies(boardId, offline.name)
  if (older.length === 0) return []
  await connection.firstSaved
  const unplaced: TLShape[] = []
  for (const copy of older) {
    if (!offline.rebased.includes(copy.name)) {
      const lost = applyChanges(doc, unsentIn(copy), options)
      offline.noteRebased(copy.name)
      for (const { id, entries } of lost) {
        const record = boardLayout.fromEntries(id, entries)
        if (record?.typeName === 'shape') unplaced.push(record)
      }
    }
    void connection.allSaved().then(() => dropCopy(copy.name))
  }
  return unplaced
}
