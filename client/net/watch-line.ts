import type { WebsocketProvider } from 'y-websocket'
import { Frame } from '../../shared/sync/messages.ts'
import { type Line, Liveness } from './liveness.ts'

const LOOK_EVERY_MS = 1_000

/** A question that every y-websocket server answers: who is here? */
const QUESTION = Uint8Array.of(Frame.queryAwareness)

/** Sees to it that a dead line is given up and a new one tried. Returns how to stop. */
export function watchLine(provider: WebsocketProvider, isWaiting: () => boolean): () => void {
  const liveness = new Liveness()
  let state: Line['state'] = 'none'
  let since = Date.now()
  // Its own watchdog takes half a minute of silence for death, however slowly a large board is still coming in.
  clearInterval(provider._checkInterval)

  function look() {
    const now = Date.now()
    const before = state
    state = stateOf(provider)
    if (state !== before) since = now
    const step = liveness.next(
      {
        state,
        since,
        heardAt: provider.wsLastMessageReceived,
        unsentBytes: provider.ws?.bufferedAmount ?? 0,
        isWaiting: isWaiting(),
      },
      now,
    )
    if (step === 'ask') provider.ws?.send(QUESTION)
    else if (step === 'giveUp') tryAnew(provider)
    else if (step === 'hurry' && provider.shouldConnect) provider.connect()
  }
  function wake() {
    if (document.visibilityState !== 'visible') return
    liveness.wake()
    look()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  // When it changes, not when it is next looked at: a device may fall asleep in between.
  provider.on('status', look)
  provider.on('sync', look)
  look()
  document.addEventListener('visibilitychange', wake)
  document.addEventListener('resume', wake)
  window.addEventListener('pageshow', wake)
  window.addEventListener('focus', wake)
  return () => {
    clearInterval(timer)
    provider.off('status', look)
    provider.off('sync', look)
    document.removeEventListener('visibilitychange', wake)
    document.removeEventListener('resume', wake)
    window.removeEventListener('pageshow', wake)
    window.removeEventListener('focus', wake)
  }
}

function stateOf({ ws, wsconnected, synced }: WebsocketProvider): Line['state'] {
  if (ws === null) return 'none'
  if (!wsconnected) return 'coming'
  return synced ? 'synced' : 'open'
}

/** Lets go of the line and plans the next, sooner or later as the provider sees fit. */
function tryAnew(provider: WebsocketProvider) {
  provider.disconnect()
  provider.shouldConnect = true
}
