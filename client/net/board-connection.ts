import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { afterClose, CloseReason } from '../../shared/close-reasons.ts'
import { type Millis, millis } from '../../shared/ids.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { Frame, readSaved, SyncStep } from '../../shared/sync/messages.ts'
import type { OfflineCopy } from './offline-copy.ts'
import { SaveTracker } from './save-tracker.ts'

/** The truth about saving. `pending` counts changes of this device that are not known to be on the server's disk. */
export type SaveState =
  | { state: 'connecting' }
  | { state: 'saved'; lastChange: Millis | null }
  | { state: 'saving'; pending: number }
  | { state: 'offline'; pending: number; since: Millis }
  | { state: 'refused'; pending: number; why: 'storage' | 'frame' | 'shownOut' | 'boardGone' }
  | { state: 'otherVersion'; pending: number }

export interface BoardConnection {
  readonly awareness: Awareness
  /** Settles when the server's state has arrived for the first time. */
  readonly firstSync: Promise<void>
  reconnect(): void
  close(): void
}

export interface ConnectOptions {
  boardId: string
  doc: Y.Doc
  epoch: number
  schema: string
  offline: OfflineCopy | undefined
  onSaveState(state: SaveState): void
  /** The seat is gone or the role has changed: the page must ask the server anew who this is. */
  onSeatChanged(): void
}

const MAX_BACKOFF_MS = 5_000
const BUSY_BACKOFF_MS = 30_000

/**
 * Connects a document to its room in the stock y-websocket protocol and keeps the truth about what is saved. Reconnects
 * by itself, except where the close code says that it would be of no use.
 */
export function connectBoard(options: ConnectOptions): BoardConnection {
  const { boardId, doc, epoch, schema, offline, onSaveState, onSeatChanged } = options
  const tracker = new SaveTracker()
  if (offline?.hasUnsent) tracker.found(doc)

  let connected = false
  let everSynced = false
  let offlineSince = millis(Date.now())
  let lastChange: Millis | null = null
  let refusal: 'storage' | 'frame' | 'shownOut' | 'boardGone' | null = null
  let isOtherVersion = false
  let brokenFrames = 0

  const saveState = (): SaveState => {
    const { pending } = tracker
    if (isOtherVersion) return { state: 'otherVersion', pending }
    if (refusal !== null) return { state: 'refused', pending, why: refusal }
    if (!connected)
      return everSynced || offline ? { state: 'offline', pending, since: offlineSince } : { state: 'connecting' }
    if (!everSynced) return { state: 'connecting' }
    return pending > 0 ? { state: 'saving', pending } : { state: 'saved', lastChange }
  }
  const tell = () => onSaveState(saveState())

  /** Counts the frames that write, as the server does on its side. */
  class CountingSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const bytes = data instanceof Uint8Array ? data : undefined
      if (bytes?.[0] !== Frame.sync) return
      if (bytes[1] === SyncStep.step2 || bytes[1] === SyncStep.update) tracker.sent(bytes[1] === SyncStep.step2)
    }
  }

  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
  const provider = new WebsocketProvider(url, boardId, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: MAX_BACKOFF_MS,
    WebSocketPolyfill: CountingSocket,
    params: { ack: '1', layout: String(LAYOUT), schema, epoch: String(epoch) },
    shouldReconnect: () => true,
  })

  let settleFirstSync: () => void = () => {}
  const firstSync = new Promise<void>((resolve) => {
    settleFirstSync = resolve
  })

  provider.messageHandlers[Frame.saved] = (_encoder, decoder) => {
    if (tracker.saved(readSaved(decoder))) offline?.acknowledge()
    if (refusal === 'storage') refusal = null
    brokenFrames = 0
    tell()
  }
  provider.messageHandlers[Frame.notSaved] = () => {
    refusal = 'storage'
    tell()
  }
  // After the provider's own listener, which sends: by now a change has gone out, or it waits for the next connection.
  doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local || origin === provider) return
    tracker.changed(doc, provider.wsconnected)
    lastChange = millis(Date.now())
    tell()
  })
  provider.on('sync', (isSynced: boolean) => {
    if (!isSynced) return
    everSynced = true
    settleFirstSync()
    tell()
  })
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') connected = true
    tell()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    if (connected) offlineSince = millis(Date.now())
    connected = false
    tracker.disconnected()
    if (event !== null) obeyClose(event.code)
    tell()
  })

  function obeyClose(code: number) {
    provider.maxBackoffTime = MAX_BACKOFF_MS
    const stop = () => {
      provider.shouldConnect = false
    }
    switch (afterClose(code)) {
      case 'joinAgain':
        stop()
        onSeatChanged()
        break
      case 'stop':
        stop()
        refusal = code === CloseReason.boardGone ? 'boardGone' : 'shownOut'
        break
      case 'reload':
        stop()
        isOtherVersion = true
        break
      case 'retryOnce':
        brokenFrames += 1
        if (brokenFrames > 1) {
          stop()
          refusal = 'frame'
        }
        break
      case 'waitLonger':
        provider.maxBackoffTime = BUSY_BACKOFF_MS
        break
      case 'reconnect':
        if (code === CloseReason.roleChanged) onSeatChanged()
        break
    }
  }

  const onOnline = () => reconnect()
  const onOffline = () => provider.disconnect()
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)

  function reconnect() {
    if (refusal === 'shownOut' || refusal === 'boardGone' || isOtherVersion) return
    provider.wsUnsuccessfulReconnects = 0
    provider.connect()
  }

  provider.connect()
  return {
    awareness: provider.awareness,
    firstSync,
    reconnect,
    close() {
      window.removeEventListener('online', onOnline)
      window.removeEventListener('offline', onOffline)
      provider.destroy()
    },
  }
}
