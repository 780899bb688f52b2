import type { Board } from '../../shared/api/boards.ts'
import { SCHEMA_HASH } from '../../shared/records/doc.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { can, linksVisibleTo } from '../../shared/roles.ts'
import type { CapabilityLinks } from '../auth/capability-link.ts'
import { isSampleId } from '../sample/sample-id.ts'
import type { StoredBoard, StoredPerson } from '../storage/storage.ts'

/** A table as one who sits at it may see it. */
export function viewOf(board: StoredBoard, person: StoredPerson, links: CapabilityLinks): Board {
  const { id, title, locale, doorOpen, participantsMay, code, epoch } = board
  const { role, participantId, name, party } = person
  const mayInvite = can(role, 'links.read')
  return {
    id,
    title,
    locale,
    isSample: isSampleId(id),
    role,
    participantId,
    name,
    party,
    doorOpen,
    participantsMay,
    code: mayInvite ? code : null,
    links: Object.fromEntries(linksVisibleTo(role).map((visible) => [visible, links.link(board, visible)])),
    epoch,
    layout: LAYOUT,
    schema: SCHEMA_HASH,
  }
}
