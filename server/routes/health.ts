import type { IRouter } from 'express'
import { Problem, sendProblem } from '../http/problems.ts'
import type { Log } from '../ports.ts'
import type { Storage } from '../storage/storage.ts'

/** `/healthz`: the process answers. `/readyz`: it can store what people make, so send them here. */
export function serveHealth(router: IRouter, storage: Storage, log: Log): void {
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    try {
      await storage.check()
      response.set('Cache-Control', 'no-store').json({ status: 'ok' })
    } catch (error) {
      log.error({ event: 'not-ready', err: error instanceof Error ? error : undefined }, 'nothing can be stored')
      sendProblem(response, new Problem('storage-unavailable'))
    }
  })
}
