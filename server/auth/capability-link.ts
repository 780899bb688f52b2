import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BoardId } from '../../shared/ids.ts'
import { ROLES, type Role } from '../../shared/roles.ts'
import type { StoredBoard } from '../storage/storage.ts'

type LinkBoard = Pick<StoredBoard, 'id' | 'generations'>

/**
 * Links are computed, never stored: their secret is a keyed hash of table, role and generation. A new generation makes
 * the old link void.
 */
export class CapabilityLinks {
  #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** Address of a table with the secret of one role behind the `#`. */
  link(board: LinkBoard, role: Role): string {
    return `/t/${board.id}#${this.#secret(board.id, role, board.generations[role]).toString('base64url')}`
  }

  /** The role that a secret gives, or undefined. Takes as long for a wrong secret as for a right one. */
  roleOf(board: LinkBoard, secret: string): Role | undefined {
    const given = this.#digest(Buffer.from(secret, 'base64url'))
    const matches = ROLES.filter((role) =>
      timingSafeEqual(given, this.#digest(this.#secret(board.id, role, board.generations[role]))),
    )
    return matches[0]
  }

  #secret(boardId: BoardId, role: Role, generation: number): Buffer {
    return this.#digest(Buffer.from(`link ${boardId} ${role} ${generation}`))
  }

  /** Of one length, so that what is compared says nothing about the length of what was given. */
  #digest(bytes: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(bytes).digest()
  }
}
