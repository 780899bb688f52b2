import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../ports.ts'
import { packSnapshot } from '../storage/packing.ts'
import { DamagedBoard, type Storage, type StoredDocument } from '../storage/storage.ts'
import { checkUpdate } from './check-update.ts'
import { Footing } from './footing.ts'
import { loadDocument } from './load-document.ts'
import { rescue } from './rescue.ts'

interface Options {
  storage: Pick<Storage, 'log' | 'damage'>
  log: Log
}

/**
 * Opens what is stored of a board; where it is damaged, what can be read of it. Throws when nothing can be, or when the
 * remains cannot be kept: nothing may take their place then.
 */
export async function openStored<T>(
  boardId: BoardId,
  { storage, log }: Options,
  open: (stored: StoredDocument) => T,
): Promise<T> {
  try {
    await takeBack(boardId, storage)
    const stored = await storage.log.read(boardId)
    if (!stored.isChecked) loadDocument(boardId, stored).destroy()
    return open(stored)
  } catch (error) {
    if (!(error instanceof DamagedBoard)) throw error
    log.error({ event: 'board-damaged', boardId, err: error }, 'not all of a board can be read')
    await mend(boardId, { storage, log })
    return open(await storage.log.read(boardId))
  }
}

async function mend(boardId: BoardId, { storage, log }: Options): Promise<void> {
  const rescued = rescue(boardId, await storage.damage.readRemains(boardId))
  if (rescued === undefined) throw new DamagedBoard('nothing of a board can be read')
  const { doc, lost, waiting } = rescued
  const snapshot = await packSnapshot(Y.encodeStateAsUpdateV2(doc))
  await storage.damage.mend(boardId, { snapshot, lost, waiting })
  log.warn(
    { event: 'board-mended', boardId, lost: lost.length, waiting: waiting.length },
    'the board opens with what can be read; all is kept',
  )
}

/** What built on something lost may have its place now that somebody has brought that back. */
async function takeBack(boardId: BoardId, { log, damage }: Options['storage']): Promise<void> {
  const waiting = await damage.waitingUpdates(boardId)
  if (waiting.length === 0) return
  const footing = new Footing(loadDocument(boardId, await log.read(boardId)))
  const stands = ({ update }: { update: Uint8Array }): boolean => {
    try {
      footing.add(checkUpdate(update))
      return true
    } catch {
      return false
    }
  }
  const standing: typeof waiting = []
  for (let left = waiting, tried = -1; left.length !== tried; ) {
    tried = left.length
    const { true: found = [], false: still = [] } = Object.groupBy(
      left,
      (row) => String(stands(row)) as 'true' | 'false',
    )
    standing.push(...found)
    left = still
  }
  if (standing.length > 0) await damage.takeBack(boardId, standing)
}
