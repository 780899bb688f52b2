/** Records that cannot be shown beside others as those are now, by the ids of those others. */
export function createWaiting() {
  const restsOn = new Map<string, readonly string[]>()
  const waitingFor = new Map<string, Set<string>>()

  return {
    /** A record waits for these others from now on; with none it waits no longer. */
    set(id: string, others: readonly string[] = []) {
      for (const other of restsOn.get(id) ?? []) {
        const waiting = waitingFor.get(other)
        waiting?.delete(id)
        if (waiting?.size === 0) waitingFor.delete(other)
      }
      restsOn.delete(id)
      if (others.length === 0) return
      restsOn.set(id, others)
      for (const other of others) waitingFor.set(other, (waitingFor.get(other) ?? new Set()).add(id))
    },
    /** Who waits for this record. */
    for: (other: string): Iterable<string> => waitingFor.get(other) ?? [],
  }
}
