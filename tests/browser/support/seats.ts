import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Role } from '../../../shared/roles.ts'
import type { TestBoard } from '../../support/server.ts'
import { aVisitor, type Visitor, type VisitorOptions } from './browser.ts'

export interface Seat extends VisitorOptions {
  role?: Role
  name?: string
  /** A key of the palette, or a name. */
  party?: string
  /** What is done to their browser before they come. */
  onContext?(context: BrowserContext): Promise<unknown>
}

type Sitter = Pick<Seat, 'role' | 'name' | 'party'>

/** Takes a seat at a table without walking through its door. */
export async function takeSeat(
  page: Page,
  board: TestBoard,
  { role = 'participant', name, party }: Sitter = {},
): Promise<void> {
  const joined = await page.request.post(`/api/v1/boards/${board.id}/join`, {
    data: { secret: board.secrets[role], ...(name && { name }), ...(party && { party }) },
  })
  if (!joined.ok()) throw new Error(`no seat: ${joined.status()} ${await joined.text()}`)
}

/** Goes to a table at which there is a seat already. */
export async function openTable(page: Page, board: TestBoard): Promise<void> {
  await page.goto(`/t/${board.id}`)
  await page.getByRole('application').waitFor()
}

/** Somebody at a table, in a browser of their own. */
export async function aGuest(
  browser: Browser,
  server: { url: string },
  board: TestBoard,
  { role, name, party, onContext, ...options }: Seat = {},
): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, options)
  await onContext?.(visitor.context)
  await takeSeat(visitor.page, board, { role, name, party })
  await openTable(visitor.page, board)
  return visitor
}
