import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import { metaMap } from '../../shared/records/doc.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { unpackSnapshot } from '../storage/packing.ts'
import { DamagedBoard, type StoredDocument } from '../storage/storage.ts'

/** What is stored of a board cannot be read. It must be opened by nobody, least of all as an empty board. */
class UnreadableBoard extends Error {}

/**
 * Builds the document of a board from its snapshot and log. Throws DamagedBoard when a row is corrupt, and UnreadableBoard
 * when the document is not of this board or has another layout.
 */
export function loadDocument(boardId: BoardId, { snapshot, updates }: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  try {
    if (snapshot !== undefined) Y.applyUpdateV2(doc, unpackSnapshot(snapshot))
    // One by one, as they were taken in: what Yjs makes of an update depends on what it had cleared away before.
    for (const { update } of updates) Y.applyUpdate(doc, update)
  } catch (error) {
    throw new DamagedBoard('a row of the log or the snapshot is corrupt', { cause: error })
  }
  const meta = metaMap(doc)
  if (!meta.has('board')) throw new DamagedBoard('a document that does not say of which board it is')
  if (meta.get('board') !== boardId) throw new UnreadableBoard('the document is not of this board')
  if (meta.get('layout') !== LAYOUT) throw new UnreadableBoard('the document has another layout')
  return doc
}
