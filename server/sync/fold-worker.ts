import { parentPort, workerData } from 'node:worker_threads'
import { foldStored } from './fold-stored.ts'
import type { FoldJob } from './folding.ts'

const { boardId, stored } = workerData as FoldJob
parentPort?.postMessage(await foldStored(boardId, stored))
