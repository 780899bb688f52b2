import { randomInt } from 'node:crypto'
import { type BoardId, BoardIdSchema } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import { Problem } from '../http/problems.ts'
import type { BoardTable, StoredBoard } from '../storage/storage.ts'
import type { CapabilityLinks } from './capability-link.ts'
import type { CodeGuard } from './code-guard.ts'

/** What a link or a code opens. */
export interface Invited {
  board: StoredBoard
  role: Role
}

const CODE_DIGITS = 6

export const newCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')

/** Stands in for a table that is not there, so that looking for one costs what finding one costs. */
const NOBODYS = {
  id: BoardIdSchema.parse('------------'),
  generations: { facilitator: 0, participant: 0, viewer: 0 },
} as const

/**
 * Tells what a link or a code opens. A wrong secret, a wrong code, a table that is not there and a closed door all end
 * in the same `no-entry`.
 */
export class Entry {
  #boards: BoardTable
  #links: CapabilityLinks
  #guard: CodeGuard

  constructor(options: { boards: BoardTable; links: CapabilityLinks; guard: CodeGuard }) {
    this.#boards = options.boards
    this.#links = options.links
    this.#guard = options.guard
  }

  async bySecret(boardId: BoardId, secret: string): Promise<Invited> {
    const board = await this.#boards.find(boardId)
    const role = this.#links.roleOf(board ?? NOBODYS, secret)
    if (board === undefined || role === undefined) throw new Problem('no-entry')
    return { board, role }
  }

  /** `address` is where the guess comes from; `boardId` is the table it must be of, if the asker named one. */
  byCode(code: string, address: string, boardId?: BoardId): Promise<Invited> {
    return this.#guard.guess(address, boardId, async () => {
      const board = await this.#boards.findByCode(code)
      if (!board?.doorOpen || (boardId !== undefined && board.id !== boardId)) return undefined
      return { board, role: 'participant' }
    })
  }
}
