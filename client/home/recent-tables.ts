import * as z from 'zod/mini'
import { RoleSchema, TemplateIdSchema } from '../../shared/api/boards.ts'
import { BoardIdSchema } from '../../shared/ids.ts'

const STORED_AS = 'opgavetafel.recent'
/** More would be a list to search in, not one to glance at. */
const KEPT = 8

const RecentTableSchema = z.object({
  id: BoardIdSchema,
  title: z.string(),
  role: RoleSchema,
  /** Last visit, in ms since 1970. */
  at: z.number(),
  template: z.optional(TemplateIdSchema),
})
/** A table that was open on this device. No secret is kept: the seat is the cookie. */
export type RecentTable = z.infer<typeof RecentTableSchema>

/** What storage holds, as far as it can be read: one bad entry does not hide the others. Newest first. */
export function parseRecent(stored: string | null): RecentTable[] {
  let list: unknown
  try {
    list = JSON.parse(stored ?? '[]')
  } catch {
    return []
  }
  if (!Array.isArray(list)) return []
  return list
    .flatMap((entry) => {
      const parsed = RecentTableSchema.safeParse(entry)
      return parsed.success ? [parsed.data] : []
    })
    .sort((one, other) => other.at - one.at)
    .slice(0, KEPT)
}

/** The list with this visit on top. What is known of the table's plate stays known. */
export function withVisit(list: readonly RecentTable[], visit: RecentTable): RecentTable[] {
  const before = list.find(({ id }) => id === visit.id)
  return [
    { ...visit, template: visit.template ?? before?.template },
    ...list.filter(({ id }) => id !== visit.id),
  ].slice(0, KEPT)
}

export function recentTables(): RecentTable[] {
  try {
    return parseRecent(localStorage.getItem(STORED_AS))
  } catch {
    return []
  }
}

function store(list: readonly RecentTable[]) {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(list))
  } catch {
    // Storage may be forbidden or full; the list is a convenience.
  }
}

export const rememberTable = (visit: RecentTable): void => store(withVisit(recentTables(), visit))

/** Takes one off the list on this device; the table itself stays. */
export function forgetTable(id: string): RecentTable[] {
  const rest = recentTables().filter((table) => table.id !== id)
  store(rest)
  return rest
}
