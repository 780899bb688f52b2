import type { WebsocketProvider } from 'y-websocket'

type Change = Record<'added' | 'updated' | 'removed', number[]>

/**
 * Makes a provider send only what this device says of itself. As it comes it also sends back all that it hears from the
 * server, which with thirty people is nearly everything that a device sends.
 */
export function sendOwnAwarenessOnly(provider: WebsocketProvider): void {
  const { awareness } = provider
  const send = provider._awarenessUpdateHandler
  awareness.off('update', send)
  awareness.on('update', (change: Change, origin: unknown) => {
    if (origin !== provider) send(change, origin)
  })
}
