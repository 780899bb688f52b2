import express, { type Express, type RequestHandler } from 'express'
import { hardenAll, hardenApi } from './http/hardening.ts'
import { answerProblems, Problem } from './http/problems.ts'
import { logRequests } from './http/request-log.ts'
import { refuseOtherMethods, serveRoutes } from './http/route.ts'
import { boardRoutes } from './routes/boards.ts'
import { serveHealth } from './routes/health.ts'
import { imageRoutes } from './routes/images.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { serveOpenApi } from './routes/openapi.ts'
import { peopleRoutes } from './routes/people.ts'
import { plateRoutes } from './routes/plates.ts'
import { readingRoutes } from './routes/reading.ts'
import type { Services } from './services.ts'
import { servePages } from './web/pages.ts'
import { serveSample } from './web/sample-page.ts'

const nothingHere: RequestHandler = () => {
  throw new Problem('not-found')
}

/** All that is served over HTTP, from the first header to the last error. */
export function createApp(services: Services): Express {
  const { config, storage, sessions, log } = services
  const { publicOrigin } = config
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', config.trustProxy)
  app.use(hardenAll)
  serveHealth(app, storage, log)

  app.use('/api', logRequests(log), hardenApi)
  serveOpenApi(app, publicOrigin)
  serveRoutes(app, {
    sessions,
    publicOrigin,
    handlers: {
      ...boardRoutes(services),
      ...invitationRoutes(services),
      ...peopleRoutes(services),
      ...plateRoutes(services),
      ...readingRoutes(services),
      ...imageRoutes(services),
    },
  })
  refuseOtherMethods(app)
  app.use('/api', nothingHere)

  serveSample(app, services.sample)
  servePages(app, config.distDir)
  app.use(nothingHere)
  app.use(answerProblems(log))
  return app
}
