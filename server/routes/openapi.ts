import type { IRouter } from 'express'
import { openApiDocument } from '../http/openapi.ts'

/** The description of the API, for everybody and from everywhere. */
export function serveOpenApi(router: IRouter, publicOrigin: string | undefined): void {
  const document = openApiDocument(publicOrigin)
  router.get('/api/v1/openapi.json', (_request, response) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    response.json(document)
  })
}
