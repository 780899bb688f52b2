import { type Atom, type Editor, InstancePresenceRecordType, react, type TLInstancePresence } from 'tldraw'
import type { Presence } from '../../../shared/sync/presence.ts'
import type { PresentPerson } from '../table.ts'
import { lookOfPerson } from './look-of-person.ts'
import type { Other, Others } from './others.ts'
import { TELL_EVERY_MS, throttle } from './throttle.ts'

/** How often outlines and faces follow (ms). What moves fluently is drawn straight from awareness. */
const SHOW_EVERY_MS = 250

/** tldraw's user id of an awareness client: one person with two tabs is two views to follow. */
export const userIdOf = (clientId: string | number): string => `client-${clientId}`

const presenceIdOf = (clientId: number) => InstancePresenceRecordType.createId(String(clientId))

/** The client on this device, for the list of people. */
interface Self {
  clientId: number
  who: Presence['who']
}

export interface PresenceRecords {
  take(changed: Iterable<number>): void
  stop(): void
}

/**
 * Puts what others select and see into tldraw's store, all in one change, and who is here into `people`. A view that is
 * followed here comes in as fast as it is told.
 */
export function keepPresenceRecords(
  editor: Editor,
  others: Others,
  self: Self,
  people: Atom<PresentPerson[]>,
): PresenceRecords {
  const touched = new Set<number>()
  const shown = new Map<number, Presence>()
  const followed = () => editor.getInstanceState().followingUserId
  const isFollowed = (clientId: number) => followed() === userIdOf(clientId)

  function show() {
    const puts: TLInstancePresence[] = []
    const removes: TLInstancePresence['id'][] = []
    for (const clientId of touched) {
      const other = others.all.get(clientId)
      if (other) {
        shown.set(clientId, other.presence)
        puts.push(presenceRecord(editor, other))
      } else if (shown.delete(clientId)) removes.push(presenceIdOf(clientId))
    }
    touched.clear()
    editor.store.mergeRemoteChanges(() => {
      if (puts.length > 0) editor.store.put(puts)
      if (removes.length > 0) editor.store.remove(removes)
    })
    people.set(present())
  }

  const present = (): PresentPerson[] =>
    [self, ...[...others.all.values()].map(({ clientId, presence: { who } }) => ({ clientId, who }))].map(
      ({ clientId, who }) => ({
        clientId: String(clientId),
        participantId: who.id,
        name: who.name,
        party: who.party,
        self: clientId === self.clientId,
        followed: isFollowed(clientId),
      }),
    )

  const showing = throttle(show, () => ([...touched].some(isFollowed) ? TELL_EVERY_MS : SHOW_EVERY_MS))
  for (const clientId of others.all.keys()) touched.add(clientId)
  show()

  const stopFollowWatch = react('who is followed', () => {
    const following = followed()
    people.update((all) => all.map((person) => ({ ...person, followed: following === userIdOf(person.clientId) })))
  })

  return {
    take(changed) {
      // A hand that moves changes nothing here.
      for (const clientId of changed)
        if (others.all.get(clientId)?.presence !== shown.get(clientId)) touched.add(clientId)
      if (touched.size > 0) showing.ask()
    },
    stop() {
      showing.stop()
      stopFollowWatch()
    },
  }
}

function presenceRecord(editor: Editor, { clientId, presence }: Other): TLInstancePresence {
  const { name, colour } = lookOfPerson(editor, presence)
  return InstancePresenceRecordType.create({
    id: presenceIdOf(clientId),
    userId: userIdOf(clientId),
    userName: name,
    color: colour,
    currentPageId: (presence.page ?? 'page:page') as TLInstancePresence['currentPageId'],
    // tldraw draws nothing at all of somebody without a pointer; where it is, is drawn elsewhere.
    cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
    selectedShapeIds: (presence.selected ?? []) as TLInstancePresence['selectedShapeIds'],
    camera: presence.camera ?? null,
    screenBounds: presence.screen ?? null,
    followingUserId: presence.following ?? null,
    // Without a time somebody is here as long as awareness says so, whatever the clocks say.
    lastActivityTimestamp: null,
    meta: {},
  })
}
