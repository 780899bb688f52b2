import type * as z from 'zod/mini'
import type { Action } from '../roles.ts'

/** One HTTP route: where, who may, what goes in and what comes out. Server, client and OpenAPI all read these. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** The right that the session must have: at the table of the path, or at any where that names none. Null where none is needed. */
  readonly needs: Action | null
  readonly body?: z.ZodMiniType
  /** The most that the JSON of a body may weigh, where that is not what all others may. */
  readonly bodyBytes?: number
  /** A body that is not JSON, by content type. */
  readonly binaryBody?: string
  readonly status: 200 | 201 | 204
  readonly answer?: z.ZodMiniType
}
