import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express'
import * as z from 'zod/mini'
import { PARAMS, type ParamName, type PathParams } from '../../shared/api/params.ts'
import type { Route } from '../../shared/api/route.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import { BoardIdSchema } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { type Action, can } from '../../shared/roles.ts'
import { findActor, seatsOf } from '../auth/actor.ts'
import { isOwnPage } from '../auth/own-origin.ts'
import type { Sessions } from '../auth/sessions.ts'
import type { StoredSession } from '../storage/storage.ts'
import { Problem } from './problems.ts'
import { parseParts } from './validate.ts'

type Table = typeof ROUTES
type Params<Name extends RouteName> = {
  [Param in PathParams<Table[Name]['path']> & ParamName]: z.output<(typeof PARAMS)[Param]>
}
type Body<Name extends RouteName> = Table[Name] extends { body: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : Table[Name] extends { binaryBody: string }
    ? Buffer
    : undefined

/** An answer that is a file on disk. */
export interface StoredFile {
  path: string
  mimeType: string
  /** What a browser calls it when somebody saves it. */
  name: string
}

/** An answer that is bytes in memory. They are new at each change, so the asker compares the tag. */
export interface StoredBytes {
  bytes: Uint8Array
  mimeType: string
  etag: string
  encoding?: 'gzip'
}
type Answer<Name extends RouteName> = Table[Name] extends { answer: infer Schema extends z.ZodMiniType }
  ? z.input<Schema>
  : Table[Name]['status'] extends 204
    ? undefined
    : StoredFile | StoredBytes

/** One call of a route, with everything about it parsed. `session` is the asker's seat, whose right has been checked. */
export interface Call<Name extends RouteName> {
  params: Params<Name>
  body: Body<Name>
  session: Table[Name]['needs'] extends null ? undefined : StoredSession
  request: Request
  response: Response
}
export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<Answer<Name>> | Answer<Name>
export type Handlers = { [Name in RouteName]: Handler<Name> }

/** Bytes of a JSON body where its route says no more; the longest has a title and a dozen plates. */
const JSON_BYTES = 64 * 1024
const A_YEAR_S = 365 * 24 * 60 * 60

const readJson = (limit = JSON_BYTES) => express.json({ limit })
const readBinary = (type: string) => express.raw({ type, limit: LIMITS.imageBytes })

export interface RouteOptions {
  sessions: Sessions
  publicOrigin: string | undefined
  handlers: Handlers
}

/** Serves every route of the shared table. Who may not come in is told so before anything is read or said. */
export function serveRoutes(router: IRouter, { sessions, publicOrigin, handlers }: RouteOptions): void {
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name]
    // One handler for all its own route's calls: what `Handlers` promises is lost in the loop over the names.
    const handle = handlers[name] as (call: unknown) => unknown
    const reader = route.body ? [readJson(route.bodyBytes)] : route.binaryBody ? [readBinary(route.binaryBody)] : []
    router[route.method](route.path, allow(route, sessions, publicOrigin), ...reader, async (request, response) => {
      const parts = parseParts({
        params: { schema: paramsSchema(route.path), value: request.params },
        body: { schema: route.body ?? z.any(), value: request.body },
      })
      const session: unknown = response.locals.session
      answer(route, response, await handle({ ...parts, session, request, response }))
    })
  }
}

/** Lets pass who has a seat with the right that the route needs. */
function allow({ needs, method, path }: Route, sessions: Sessions, publicOrigin: string | undefined): RequestHandler {
  return async (request, response, next) => {
    if (method !== 'get') refuseForeignPage(request, publicOrigin)
    if (needs !== null) response.locals.session = await seated(request, path, needs, sessions)
    next()
  }
}

/** Another site's page may not act with what the browser adds by itself; a bearer token it would have to know. */
function refuseForeignPage(request: Request, publicOrigin: string | undefined): void {
  if (request.headers.authorization === undefined && !isOwnPage(request, publicOrigin)) throw new Problem('not-allowed')
}

/** The asker's seat at the table that the path names; where it names none, one at any table that has the right. */
async function seated(request: Request, path: string, needs: Action, sessions: Sessions): Promise<StoredSession> {
  if (!paramNames(path).includes('id')) return seatedAnywhere(await seatsOf(sessions, request), needs)
  const boardId = BoardIdSchema.safeParse(request.params.id)
  const session = boardId.success ? await findActor(sessions, request, boardId.data) : undefined
  if (session === undefined) throw new Problem('not-signed-in')
  if (!can(session.role, needs)) throw new Problem('not-allowed')
  return session
}

function seatedAnywhere(seats: readonly StoredSession[], needs: Action): StoredSession {
  if (seats.length === 0) throw new Problem('not-signed-in')
  const seat = seats.find(({ role }) => can(role, needs))
  if (seat === undefined) throw new Problem('not-allowed')
  return seat
}

const paramNames = (path: string): ParamName[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as ParamName)

/** The schema of what stands in a route's path. */
export const paramsSchema = (path: string): z.ZodMiniObject =>
  z.object(Object.fromEntries(paramNames(path).map((name) => [name, PARAMS[name]])))

function answer(route: Route, response: Response, result: unknown): void {
  if (route.status === 204) return void response.status(204).end()
  if (route.answer) return void response.status(route.status).json(result)
  const found = result as StoredFile | StoredBytes
  if ('bytes' in found) sendBytes(response, found)
  else sendFile(response, found)
}

function sendBytes(response: Response, { bytes, mimeType, etag, encoding }: StoredBytes): void {
  response.set({ 'Cache-Control': 'private, no-cache', ETag: etag, 'Content-Type': mimeType, Vary: 'Accept-Encoding' })
  if (encoding !== undefined) response.set('Content-Encoding', encoding)
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

function sendFile(response: Response, { path, mimeType, name }: StoredFile): void {
  response.set('Cache-Control', `private, max-age=${A_YEAR_S}, immutable`)
  response.set('Content-Disposition', `inline; filename="${name}"`)
  response.type(mimeType)
  response.sendFile(path, { cacheControl: false, dotfiles: 'allow' }, (error) => {
    if (error && !response.headersSent) response.req.next?.(new Problem('not-found'))
  })
}

/** For an address of the table with a method that it does not know there. */
export function refuseOtherMethods(router: IRouter): void {
  const routes: readonly Route[] = Object.values(ROUTES)
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase())
    router.all(path, (_request, response) => {
      response.set('Allow', methods.join(', '))
      throw new Problem('wrong-method')
    })
  }
}
