import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { PROBLEMS, ProblemSchema } from '../../shared/api/problem.ts'
import type { Route } from '../../shared/api/route.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import { API_VERSION } from './hardening.ts'
import { paramsSchema } from './route.ts'

const BASE = '/api/v1'

/** Describes the routes of the shared table with the schemas that check them. */
export function openApiDocument(publicOrigin: string | undefined) {
  const origin = publicOrigin ?? 'http://localhost:3000'
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Opgavetafel',
      description: 'Tables for working together on a social task: make them, sit down at them, read what lies on them.',
      version: API_VERSION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Opgavetafel', url: origin, email: `postmaster@${new URL(origin).hostname}` },
    },
    servers: [{ url: `${publicOrigin ?? ''}${BASE}` }],
    paths: pathsOf(Object.entries(ROUTES) as [RouteName, Route][]),
    components: {
      securitySchemes: {
        seat: { type: 'http', scheme: 'bearer', description: 'The token that joining a table gives.' },
        organiserKey: { type: 'http', scheme: 'bearer', description: 'The key of those who may make tables.' },
      },
    },
  })
}

function pathsOf(routes: readonly [RouteName, Route][]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, route] of routes) {
    const path = route.path.replace(BASE, '').replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
  }
  return paths
}

function operationOf(name: RouteName, route: Route): ZodOpenApiOperationObject {
  const params = paramsSchema(route.path)
  return {
    operationId: name,
    summary: route.summary,
    tags: ['tables'],
    security: securityOf(name, route),
    ...(Object.keys(params.shape).length > 0 && { requestParams: { path: params } }),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    ...(route.binaryBody && {
      requestBody: {
        required: true,
        content: { [route.binaryBody]: { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: responsesOf(route),
  }
}

function securityOf(name: RouteName, route: Route): Record<string, string[]>[] {
  if (route.needs !== null) return [{ seat: [] }]
  return name === 'createBoard' ? [{}, { organiserKey: [] }] : []
}

function responsesOf(route: Route): ZodOpenApiOperationObject['responses'] {
  const headers = { 'API-Version': { description: 'Version of this API.', schema: { type: 'string' } } } as const
  const content = route.answer
    ? { 'application/json': { schema: route.answer } }
    : { 'image/*': { schema: { type: 'string', format: 'binary' } as const } }
  return {
    [String(route.status)]: { description: 'Done.', headers, ...(route.status !== 204 && { content }) },
    ...Object.fromEntries(statusesOf(route).map((status) => [String(status), problemResponse(status)])),
  } as ZodOpenApiOperationObject['responses']
}

const hasInput = (route: Route) =>
  route.path.includes(':') || route.body !== undefined || route.binaryBody !== undefined

/** What a call can be refused with, as far as it can be told from the table. */
function statusesOf(route: Route): number[] {
  return [
    ...(hasInput(route) ? [400] : []),
    ...(route.needs === null ? [] : [401]),
    ...(route.method !== 'get' || route.needs !== null ? [403] : []),
    ...(route.path.includes(':') ? [404] : []),
    ...(route.body || route.binaryBody ? [413, 429] : []),
    ...(route.binaryBody ? [415] : []),
    ...(route.method === 'get' ? [] : [503]),
  ]
}

function problemResponse(status: number) {
  const titles = Object.values(PROBLEMS).filter((problem) => problem.status === status)
  return {
    description: titles.map(({ title }) => title).join(' '),
    content: { 'application/problem+json': { schema: ProblemSchema } },
  }
}
