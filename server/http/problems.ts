import type { ErrorRequestHandler, Response } from 'express'
import { PROBLEMS, type Problem as ProblemBody, type ProblemName, problemType } from '../../shared/api/problem.ts'
import type { Log } from '../ports.ts'
import { NoSnapshot } from '../sync/board-log.ts'
import { LogRefuses } from '../sync/journal.ts'

export interface FieldError {
  field: string
  detail: string
}

/** A failure that both sides have a name for. */
export class Problem extends Error {
  readonly problem: ProblemName
  readonly detail: string | undefined
  readonly fields: readonly FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(
    problem: ProblemName,
    { detail, fields, retryAfterSeconds }: { detail?: string; fields?: FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(PROBLEMS[problem].title)
    this.problem = problem
    this.detail = detail
    this.fields = fields
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Answers with a problem document. */
export function sendProblem(response: Response, { problem, detail, fields, retryAfterSeconds }: Problem): void {
  const { status, title } = PROBLEMS[problem]
  if (status === 401) response.set('WWW-Authenticate', 'Bearer')
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds))
  const body: ProblemBody = {
    type: problemType(problem),
    title,
    status,
    detail: detail ?? title,
    ...(fields && { errors: [...fields] }),
  }
  response.status(status).type('application/problem+json').send(JSON.stringify(body))
}

const SQLITE_CANNOT_WRITE = new Set([5, 8, 10, 13]) // busy, read-only, input or output failed, full
const DISK_CANNOT_WRITE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO'])

function isStorageFault(error: unknown): boolean {
  if (error instanceof LogRefuses || error instanceof NoSnapshot) return true
  if (!(error instanceof Error)) return false
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && SQLITE_CANNOT_WRITE.has(errcode & 0xff)
  return typeof code === 'string' && DISK_CANNOT_WRITE.has(code)
}

/** What Express' own body readers throw. */
const isReaderError = (error: unknown): error is { type: string; status: number } =>
  error instanceof Error && 'type' in error && 'status' in error && typeof error.status === 'number'

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (isStorageFault(error)) return new Problem('storage-unavailable')
  if (isReaderError(error) && error.status === 413) return new Problem('too-large')
  if (isReaderError(error) && error.status < 500) {
    return new Problem('invalid-input', { fields: [{ field: '', detail: 'The body cannot be read.' }] })
  }
  // A path that is not valid percent-encoding.
  if (error instanceof URIError) return new Problem('not-found')
  return undefined
}

/** Every error that leaves a handler becomes a problem document; those without a name are logged. */
export const answerProblems =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const problem = problemOf(error)
    if (problem === undefined || problem.problem === 'storage-unavailable') {
      const err = error instanceof Error ? error : new Error('not an error')
      log.error({ event: 'request-failed', method: request.method, err }, 'a request could not be answered')
    }
    if (response.headersSent) return next(error)
    sendProblem(response, problem ?? new Problem('internal'))
  }
