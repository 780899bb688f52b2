import { Worker } from 'node:worker_threads'
import type { BoardId } from '../../shared/ids.ts'
import type { StoredDocument, StoredSnapshot, UpdateLog } from '../storage/storage.ts'
import { foldStored } from './fold-stored.ts'

/** Folding more than this takes longer than anybody at any table should wait. */
const WORTH_A_WORKER_BYTES = 256 * 1024

/**
 * Puts a snapshot in place of what the log holds of a board now. It works on what is stored, so that nothing waits for it;
 * rows that are appended meanwhile stay.
 */
export async function fold(updateLog: UpdateLog, boardId: BoardId): Promise<StoredSnapshot> {
  const stored = await updateLog.read(boardId)
  const through = stored.updates.at(-1)?.seq ?? stored.through
  const bytes = stored.updates.reduce((sum, { update }) => sum + update.byteLength, stored.snapshot?.byteLength ?? 0)
  const packed = bytes > WORTH_A_WORKER_BYTES ? await foldAside(boardId, stored) : await foldStored(boardId, stored)
  await updateLog.fold(boardId, packed, through)
  return { packed, through }
}

export interface FoldJob {
  boardId: BoardId
  stored: StoredDocument
}

function foldAside(boardId: BoardId, stored: StoredDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const workerData: FoldJob = { boardId, stored }
    const worker = new Worker(new URL('./fold-worker.ts', import.meta.url), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the folding worker ended with ${code}`)))
  })
}
