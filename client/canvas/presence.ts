import { type Atom, type Editor, InstancePresenceRecordType, react, type TLInstancePresence } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { lookOfSeat } from '../../shared/parties/seats.ts'
import { MAX_TOLD_SELECTION, type Presence, PresenceSchema } from '../../shared/sync/presence.ts'
import { INK_2 } from '../../shared/templates/hues.ts'
import { partyOf } from './shapes/party-of.ts'
import type { PresentPerson } from './table.ts'

/** Pointer and view go out, and others' come in, at most this often (ms): 20 times a second is fluent, more is waste. */
const TELL_EVERY_MS = 50

/** tldraw's user id of an awareness client: one person with two tabs is two pointers. */
export const userIdOf = (clientId: string | number): string => `client-${clientId}`

const presenceIdOf = (clientId: number) => InstancePresenceRecordType.createId(String(clientId))

/**
 * Tells others over awareness where this user points, what is selected and in view, and puts what they tell into the
 * store, where tldraw draws it, and into `people`. Others' clocks are not trusted: what arrives now is active now.
 */
export function bindPresence(
  editor: Editor,
  awareness: Awareness,
  me: Presence['who'],
  people: Atom<PresentPerson[]>,
): () => void {
  const { store } = editor

  awareness.setLocalStateField('who', me)
  const stopTelling = tellOthers(editor, awareness)

  let timer: ReturnType<typeof setTimeout> | undefined
  const touched = new Set<number>()

  function takeIn() {
    timer = undefined
    const states = awareness.getStates()
    const present = new Map<number, Presence>()
    for (const [clientId, state] of states) {
      const parsed = PresenceSchema.safeParse(state)
      if (parsed.success) present.set(clientId, parsed.data)
    }
    const puts: TLInstancePresence[] = []
    const removes: TLInstancePresence['id'][] = []
    for (const clientId of touched) {
      if (clientId === awareness.clientID) continue
      const presence = present.get(clientId)
      if (presence) puts.push(presenceRecord(editor, clientId, presence))
      else removes.push(presenceIdOf(clientId))
    }
    touched.clear()
    store.mergeRemoteChanges(() => {
      if (puts.length > 0) store.put(puts)
      if (removes.length > 0) store.remove(removes)
    })
    const following = editor.getInstanceState().followingUserId
    people.set(
      [...present].map(([clientId, { who }]) => ({
        clientId: String(clientId),
        participantId: who.id,
        name: who.name,
        party: who.party,
        self: clientId === awareness.clientID,
        followed: following === userIdOf(clientId),
      })),
    )
  }

  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    for (const id of [...added, ...updated, ...removed]) touched.add(id)
    timer ??= setTimeout(takeIn, TELL_EVERY_MS)
  }
  awareness.on('change', onChange)
  for (const id of awareness.getStates().keys()) touched.add(id)
  takeIn()

  const stopFollowWatch = react('who is followed', () => {
    const following = editor.getInstanceState().followingUserId
    people.update((all) => all.map((person) => ({ ...person, followed: following === userIdOf(person.clientId) })))
  })

  return () => {
    clearTimeout(timer)
    awareness.off('change', onChange)
    stopFollowWatch()
    stopTelling()
  }
}

function tellOthers(editor: Editor, awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const told = () => {
    const { x, y, z } = editor.getCamera()
    const screen = editor.getViewportScreenBounds()
    const instance = editor.getInstanceState()
    const { currentPagePoint } = editor.inputs
    // Read so that this runs again when the pointer moves; the point itself is not a signal.
    editor.store.get('pointer:pointer' as never)
    return {
      page: editor.getCurrentPageId(),
      pointer: instance.isCoarsePointer
        ? null
        : { x: Math.round(currentPagePoint.x), y: Math.round(currentPagePoint.y) },
      selected: editor.getSelectedShapeIds().slice(0, MAX_TOLD_SELECTION),
      camera: { x, y, z },
      screen: { x: screen.x, y: screen.y, w: screen.w, h: screen.h },
      following: instance.followingUserId,
    }
  }
  let latest: ReturnType<typeof told> | undefined
  const send = () => {
    timer = undefined
    const state = awareness.getLocalState()
    if (latest && state) awareness.setLocalState({ ...state, ...latest })
  }
  const stop = react('presence', () => {
    latest = told()
    timer ??= setTimeout(send, TELL_EVERY_MS)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function presenceRecord(editor: Editor, clientId: number, presence: Presence): TLInstancePresence {
  const party = partyOf(editor, presence.who.party)
  return InstancePresenceRecordType.create({
    id: presenceIdOf(clientId),
    userId: userIdOf(clientId),
    userName: presence.who.name ?? '',
    color: party ? lookOfSeat(party.seat).colour : INK_2,
    currentPageId: (presence.page ?? 'page:page') as TLInstancePresence['currentPageId'],
    cursor: presence.pointer ? { ...presence.pointer, type: 'default', rotation: 0 } : null,
    selectedShapeIds: (presence.selected ?? []) as TLInstancePresence['selectedShapeIds'],
    camera: presence.camera ?? null,
    screenBounds: presence.screen ?? null,
    followingUserId: presence.following ?? null,
    lastActivityTimestamp: Date.now(),
    meta: { party: presence.who.party },
  })
}
