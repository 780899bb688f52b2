import type { RequestHandler } from 'express'
import type { Log } from '../ports.ts'

/** One line for each answer of the API. It names the route as the table writes it, so no id, code or secret gets in. */
export const logRequests =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const started = performance.now()
    response.on('finish', () => {
      const route: unknown = request.route?.path
      const fields = {
        event: 'request',
        method: request.method,
        route: typeof route === 'string' ? route : null,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      }
      log.info(fields, 'answered')
    })
    next()
  }
