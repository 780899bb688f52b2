import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import { packSnapshot } from '../storage/packing.ts'
import type { StoredDocument } from '../storage/storage.ts'
import { loadDocument } from './load-document.ts'

/** The snapshot of all that is stored of a board. Throws when that cannot be read. */
export async function foldStored(boardId: BoardId, stored: StoredDocument): Promise<Uint8Array> {
  const doc = loadDocument(boardId, stored)
  const snapshot = await packSnapshot(Y.encodeStateAsUpdateV2(doc))
  doc.destroy()
  return snapshot
}
