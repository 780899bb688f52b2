/**
 * Remembers in this tab which mismatch of versions the page has already been loaded anew for. Each is tried once: where
 * that does not help, as behind a cache that still gives the old page, trying again would go round for ever.
 */
const keyOf = (boardId: string) => `opgavetafel.starts:${boardId}`

/** Whether starting anew for this is worth a try; from now on it has been tried. Never where nothing is remembered. */
export function mayStartFor(boardId: string, mismatch: string): boolean {
  try {
    const tried = triedOf(boardId)
    if (tried.includes(mismatch)) return false
    sessionStorage.setItem(keyOf(boardId), JSON.stringify([...tried, mismatch]))
    return triedOf(boardId).includes(mismatch)
  } catch {
    return false
  }
}

/** The server and this page understand each other: what comes later is a new case. */
export function startHelped(boardId: string): void {
  try {
    sessionStorage.removeItem(keyOf(boardId))
  } catch {
    // Where nothing can be remembered there is nothing to forget.
  }
}

function triedOf(boardId: string): string[] {
  const tried: unknown = JSON.parse(sessionStorage.getItem(keyOf(boardId)) ?? '[]')
  return Array.isArray(tried) ? tried.filter((one) => typeof one === 'string') : []
}
