import type { Awareness } from 'y-protocols/awareness'
import { type Hand, HandSchema, type Presence, PresenceSchema } from '../../../shared/sync/presence.ts'

/** Somebody else's client, as far as what it tells can be read. */
export interface Other {
  readonly clientId: number
  readonly presence: Presence
  readonly hand: Hand
}

export interface Others {
  readonly all: ReadonlyMap<number, Other>
  /** Calls back with the clients that came, changed or left. Returns how to stop it. */
  listen(onChange: (clientIds: ReadonlySet<number>) => void): () => void
  stop(): void
}

const NO_HAND: Hand = {}

/**
 * The others at the table, read from awareness. Each state is parsed once; what does not parse is not there. Whoever
 * names another's client as the own hand moves with it, and takes nothing away from that one.
 */
export function followOthers(awareness: Awareness): Others {
  const all = new Map<number, Other>()
  const listeners = new Set<(clientIds: ReadonlySet<number>) => void>()

  const readHand = (id: number): Hand => HandSchema.safeParse(awareness.getStates().get(id)).data ?? NO_HAND

  function readClient(clientId: number) {
    const state = awareness.getStates().get(clientId)
    const presence = state && 'who' in state ? PresenceSchema.safeParse(state).data : undefined
    if (presence === undefined) return all.delete(clientId)
    const before = all.get(clientId)
    const keepsHand = presence.hand !== undefined && before?.presence.hand === presence.hand
    all.set(clientId, { clientId, presence, hand: keepsHand ? before.hand : readHand(presence.hand ?? clientId) })
    return true
  }

  function take(ids: Iterable<number>): Set<number> {
    const changed = new Set<number>()
    for (const id of ids) {
      if (id === awareness.clientID) continue
      if (readClient(id)) changed.add(id)
      for (const other of all.values()) {
        if (other.presence.hand !== id) continue
        all.set(other.clientId, { ...other, hand: readHand(id) })
        changed.add(other.clientId)
      }
    }
    return changed
  }

  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const changed = take([...added, ...updated, ...removed])
    if (changed.size > 0) for (const listener of listeners) listener(changed)
  }
  awareness.on('change', onChange)
  take(awareness.getStates().keys())

  return {
    all,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => awareness.off('change', onChange),
  }
}
