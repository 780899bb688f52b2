import * as Y from 'yjs'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { loadDocument } from '../../server/sync/load-document.ts'
import type { BoardId } from '../../shared/ids.ts'

/** Writes into the log of a server that has stopped what no server would let pass today. */
export async function appendToLog(dataDir: string, boardId: string, change: (doc: Y.Doc) => void): Promise<void> {
  const storage = openSqlite(dataDir)
  const doc = loadDocument(boardId as BoardId, await storage.log.read(boardId as BoardId))
  const before = Y.encodeStateVector(doc)
  change(doc)
  await storage.log.append(boardId as BoardId, [Y.encodeStateAsUpdate(doc, before)])
  await storage.close()
}
