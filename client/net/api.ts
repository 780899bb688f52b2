import * as z from 'zod/mini'
import type { PathParams } from '../../shared/api/params.ts'
import { PROBLEMS, type ProblemName, ProblemSchema, problemName } from '../../shared/api/problem.ts'
import type { Route } from '../../shared/api/route.ts'

type Needs<R extends Route> = ([PathParams<R['path']>] extends [never]
  ? { params?: undefined }
  : { params: Record<PathParams<R['path']>, string> }) &
  (R extends { body: infer Body extends z.ZodMiniType } ? { body: z.input<Body> } : { body?: undefined }) &
  (R extends { binaryBody: string } ? { binary: Blob } : { binary?: undefined })
type Options<R extends Route> = Needs<R> & {
  signal?: AbortSignal
  /** Sent as `Authorization: Bearer`; people at a table have their cookie instead. */
  bearer?: string
}
type Answer<R extends Route> = R extends { answer: infer Schema extends z.ZodMiniType } ? z.output<Schema> : undefined

/** The server said no. `problem` names why; the sentence for people is `common:problem.<name>`. */
export class ApiProblem extends Error {
  readonly problem: ProblemName
  /** What was wrong in what was sent, where the server says so. */
  readonly fields: readonly string[]
  constructor(problem: ProblemName, fields: readonly string[] = []) {
    super(PROBLEMS[problem].title)
    this.name = 'ApiProblem'
    this.problem = problem
    this.fields = fields
  }
}

/** The server could not be reached; nothing was decided. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection'
}

/** What went wrong, as the last part of a key in `common:problem`. */
export type Mishap = ProblemName | 'no-connection'

export function mishapOf(error: unknown): Mishap {
  if (error instanceof ApiProblem) return error.problem
  return error instanceof NoConnection ? 'no-connection' : 'internal'
}

const path = (route: Route, params: Readonly<Record<string, string>> = {}) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

async function problemIn(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = ProblemSchema.safeParse(body)
  if (!parsed.success) return new ApiProblem('internal')
  const { type, errors = [] } = parsed.data
  return new ApiProblem(
    problemName(type) ?? 'internal',
    errors.map(({ field }) => field),
  )
}

/**
 * Calls a route. A page names the route itself, so that it loads the schemas of the routes it calls and no others.
 * Throws `ApiProblem` when the server says no and `NoConnection` when it cannot be reached; an aborted call throws the
 * signal's own reason.
 */
export async function call<R extends Route>(route: R, options: Options<R>): Promise<Answer<R>> {
  const { params, body, binary, signal, bearer } = options as {
    params?: Record<string, string>
    body?: unknown
    binary?: Blob
    signal?: AbortSignal
    bearer?: string
  }
  const headers = new Headers({ accept: 'application/json' })
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  else if (binary) headers.set('content-type', binary.type)
  let response: Response
  try {
    response = await fetch(path(route, params), {
      method: route.method.toUpperCase(),
      headers,
      body: body === undefined ? binary : JSON.stringify(body),
      signal,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NoConnection('The server cannot be reached.', { cause: error })
  }
  if (!response.ok) throw await problemIn(response)
  if (!route.answer) return undefined as Answer<R>
  const parsed = z.safeParse(route.answer, await response.json().catch(() => undefined))
  if (!parsed.success) throw new ApiProblem('internal')
  return parsed.data as Answer<R>
}
