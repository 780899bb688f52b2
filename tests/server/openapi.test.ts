import { expect, test } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { ROUTES } from '../../shared/api/routes.ts'
import { aServer, ask } from '../support/server.ts'

interface Operation {
  operationId: string
  parameters?: { name: string; in: string }[]
  responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }>
}

async function theDocument() {
  const told = await ask(await aServer(), 'GET', '/api/v1/openapi.json')
  const operations = Object.entries(told.body.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return { ...told, operations }
}

test('the description is public, from everywhere, and describes every route of the table', async () => {
  const { status, headers, body, operations } = await theDocument()
  expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  expect(body.openapi).toMatch(/^3\.1/)
  expect(body.info.contact).toEqual({ name: expect.any(String), url: expect.any(String), email: expect.any(String) })
  expect(body.info.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(body.servers[0].url).toMatch(/\/v1$/)
  const routes: [string, Route][] = Object.entries(ROUTES)
  const described = operations.map(({ path, method, operation }) => [operation.operationId, method, `/api/v1${path}`])
  const wanted = routes.map(([name, { method, path }]) => [name, method, path.replace(/:(\w+)/g, '{$1}')])
  expect(described.sort()).toEqual(wanted.sort())
})

test('it keeps the rules for government APIs', async () => {
  const { body, operations } = await theDocument()
  for (const { path, operation } of operations) {
    expect(path).toMatch(/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z]+\}))+$/)
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect((operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
      named,
    )
    for (const [status, response] of Object.entries(operation.responses)) {
      if (status.startsWith('2')) expect(Object.keys(response.headers ?? {})).toContain('API-Version')
      else expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json'])
    }
  }
  const text = JSON.stringify(body)
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
    expect(body.components.schemas).toHaveProperty(name ?? '')
  }
})
