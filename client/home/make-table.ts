import type { CreateBoard } from '../../shared/api/boards.ts'
import * as routes from '../../shared/api/routes.ts'
import { call, type Mishap, mishapOf } from '../net/api.ts'
import { rememberTable } from './recent-tables.ts'

/** Makes a table and goes there; what went wrong otherwise. */
export async function makeTable(wanted: CreateBoard, key: string): Promise<Mishap | null> {
  try {
    const made = await call(routes.createBoard, { body: wanted, ...(key && { bearer: key }) })
    const [template] = wanted.templates ?? []
    rememberTable({ id: made.id, title: wanted.title, role: 'facilitator', at: Date.now(), template })
    window.location.assign(made.links.facilitator)
    return null
  } catch (error) {
    return mishapOf(error)
  }
}
