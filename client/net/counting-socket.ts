import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import type { SaveTracker } from './save-tracker.ts'

/** A WebSocket that tells the tracker of each frame that writes, as the server counts them on its side. */
export const countingSocket = (tracker: SaveTracker): typeof WebSocket =>
  class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const bytes = data instanceof Uint8Array ? data : undefined
      if (bytes?.[0] !== Frame.sync) return
      if (bytes[1] === SyncStep.step2 || bytes[1] === SyncStep.update) tracker.sent(bytes[1] === SyncStep.step2)
    }
  }
