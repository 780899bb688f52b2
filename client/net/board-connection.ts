import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { type Millis, millis } from '../../shared/ids.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { Frame, type PutBack, readPutBack, readSaved, readSettings } from '../../shared/sync/messages.ts'
import { Closings } from './closings.ts'
import { countingSocket } from './counting-socket.ts'
import { askedWith, isBehind } from './is-behind.ts'
import type { OfflineCopy } from './offline-copy.ts'
import { sendOwnAwarenessOnly } from './own-awareness.ts'
import type { Refusal, SaveState } from './save-state.ts'
import { SaveTracker } from './save-tracker.ts'
import { mayStartFor, startHelped } from './starts.ts'
import { watchLine } from './watch-line.ts'

export interface BoardConnection {
  readonly awareness: Awareness
  /** Settles when the server's state has arrived for the first time. */
  readonly firstSync: Promise<void>
  /** Settles when the server has said for the first time what is on its disk: all that it had is in by then. */
  readonly firstSaved: Promise<void>
  /** Settles when all of this device's changes are on the server's disk. */
  allSaved(): Promise<void>
  /** Tries the connection now instead of at the next turn. */
  reconnect(): void
  /** Says the state of saving once more, when something has changed that it tells of. */
  tell(): void
  close(): void
}

export interface ConnectOptions {
  boardId: string
  doc: Y.Doc
  epoch: number
  schema: string
  offline: OfflineCopy | undefined
  /** The server's number of the snapshot that the document came from, if it came from one and nothing else. */
  snapshot: string | undefined
  /** Whether the server knows that part of what it stored is lost. Then it is behind, but has not been set back. */
  isDamaged(): Promise<boolean>
  onSaveState(state: SaveState): void
  onPutBack(putBack: PutBack): void
  onSettings(participantsMay: ParticipantsMay): void
  /** The seat is gone, or the table goes on as another document: the page must ask the server anew. */
  onSeatChanged(): void
  /** Brings what the person is doing into the document, before the page goes. */
  flush(): void
}

const MAX_BACKOFF_MS = 5_000
/** The mismatch of a server that was put back to an earlier state. */
const SET_BACK = 'set back'

/**
 * Connects a document to its room in the stock y-websocket protocol and keeps the truth about what is saved. Reconnects
 * by itself, except where the close code says that it would be of no use.
 */
export function connectBoard(options: ConnectOptions): BoardConnection {
  const { boardId, doc, epoch, schema, offline, onSaveState, onSeatChanged } = options
  const tracker = new SaveTracker()
  if (offline && offline.found > 0) tracker.found(doc, offline.found)
  const closings = new Closings()

  let everSynced = false
  let openSince: Millis | null = null
  let offlineSince = millis(Date.now())
  let lastChange: Millis | null = null
  let refusal: Refusal | null = null
  let otherVersion: { stuck: boolean } | null = null
  let acknowledged = offline?.acknowledged
  /** Whether this device brings back what the server has lost. */
  let isMending = false
  let isClosed = false
  let busyTimer: ReturnType<typeof setTimeout> | undefined

  const isKept = () => offline?.isKept ?? false
  const saveState = (): SaveState => {
    const { pending } = tracker
    const kept = isKept()
    if (otherVersion !== null) return { state: 'otherVersion', pending, kept, ...otherVersion }
    if (refusal !== null) return { state: 'refused', pending, why: refusal, kept }
    if (openSince === null)
      return everSynced || offline ? { state: 'offline', pending, since: offlineSince, kept } : { state: 'connecting' }
    if (!everSynced) return { state: 'connecting' }
    return pending > 0 ? { state: 'saving', pending, kept } : { state: 'saved', lastChange, kept }
  }
  const tell = () => onSaveState(saveState())

  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
  const params = { ack: '1', layout: String(LAYOUT), schema, epoch: String(epoch) }
  const provider = new WebsocketProvider(url, boardId, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: MAX_BACKOFF_MS,
    WebSocketPolyfill: countingSocket(tracker),
    params: options.snapshot === undefined ? params : { ...params, snapshot: options.snapshot },
    shouldReconnect: () => true,
  })
  sendOwnAwarenessOnly(provider)
  const stopWatching = watchLine(provider, () => tracker.pending > 0)

  const firstSync = aMoment()
  const firstSaved = aMoment()
  let whenSaved = aMoment()

  const takeSync = provider.messageHandlers[Frame.sync]
  provider.messageHandlers[Frame.sync] = (encoder, decoder, ...rest) => {
    // A server that lacks what it had on its disk has been set back; what it is sent now would undo that for everybody.
    const asked = askedWith(decoder)
    if (asked && acknowledged && !isMending && isBehind(asked, acknowledged)) void onBehind()
    else takeSync?.(encoder, decoder, ...rest)
  }
  provider.messageHandlers[Frame.saved] = (_encoder, decoder) => {
    const saved = readSaved(decoder)
    const hasAll = tracker.saved(saved)
    acknowledged = saved.stateVector
    offline?.acknowledge(tracker.through, saved.stateVector)
    if (refusal === 'storage') refusal = null
    startHelped(boardId)
    firstSaved.come()
    if (hasAll) {
      whenSaved.come()
      whenSaved = aMoment()
    }
    tell()
  }
  provider.messageHandlers[Frame.notSaved] = () => {
    refusal = 'storage'
    tell()
  }
  provider.messageHandlers[Frame.putBack] = (_encoder, decoder) => options.onPutBack(readPutBack(decoder))
  provider.messageHandlers[Frame.settings] = (_encoder, decoder) => {
    const participantsMay = readSettings(decoder)
    if (participantsMay !== undefined) options.onSettings(participantsMay)
  }
  // After the provider's own listener, which sends: by now a change has gone out, or it waits for the next connection.
  doc.on('updateV2', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) {
      offline?.keepTheirs(update)
      return
    }
    tracker.changed(doc, provider.wsconnected, offline?.keepMine(update))
    lastChange = millis(Date.now())
    tell()
  })
  provider.on('sync', (isSynced: boolean) => {
    if (!isSynced) return
    everSynced = true
    // What the snapshot lacked is in; from now on the state vector says more than its number.
    provider.params = params
    firstSync.come()
    tell()
  })
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') openSince = millis(Date.now())
    tell()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    const now = millis(Date.now())
    const livedMs = openSince === null ? 0 : now - openSince
    if (openSince !== null) offlineSince = now
    openSince = null
    tracker.disconnected()
    if (event !== null) obey(event, livedMs)
    tell()
  })

  function stop() {
    provider.shouldConnect = false
    clearTimeout(busyTimer)
    busyTimer = undefined
  }

  function obey(event: CloseEvent, livedMs: number) {
    const verdict = closings.closed(event, livedMs)
    switch (verdict.act) {
      case 'joinAgain':
        stop()
        onSeatChanged()
        break
      case 'stop':
        stop()
        refusal = verdict.why
        break
      case 'start':
        void startAnew(verdict.with, verdict.mismatch)
        break
      case 'wait':
        stop()
        busyTimer = setTimeout(() => {
          busyTimer = undefined
          provider.connect()
        }, verdict.ms)
        break
      case 'comeBack':
        if (verdict.seatChanged) onSeatChanged()
        break
      default:
        verdict satisfies never
    }
  }

  /** Whoever still has what was lost brings it back; an earlier state that was wanted must stay as it is. */
  async function onBehind() {
    provider.disconnect()
    const isDamaged = await options.isDamaged().catch(() => undefined)
    if (isClosed) return
    if (isDamaged === false) return startAnew('document', SET_BACK)
    isMending = isDamaged === true
    // Where the server does not say, this is found out later.
    setTimeout(() => isClosed || reconnect(), isMending ? 0 : MAX_BACKOFF_MS)
  }

  /**
   * Goes on with another document, or another release of the page. What is unsent waits in the copy on this device until
   * it can be done once more; where there is no such copy, the person decides.
   */
  async function startAnew(what: 'page' | 'document', mismatch: string) {
    provider.disconnect()
    stop()
    options.flush()
    otherVersion = { stuck: false }
    const isSafe = (await offline?.written()) === true || tracker.pending === 0
    if (isClosed) return
    if (isSafe && mayStartFor(boardId, `${mismatch} ${epoch} ${schema}`)) {
      if (mismatch === SET_BACK) await offline?.setAside()
      if (what === 'page') window.location.reload()
      else onSeatChanged()
      return
    }
    if (mismatch === SET_BACK) {
      otherVersion = null
      refusal = 'setBack'
    } else otherVersion = { stuck: isSafe }
    tell()
  }

  function reconnect() {
    if (otherVersion !== null || (refusal !== null && refusal !== 'storage') || busyTimer !== undefined) return
    provider.wsUnsuccessfulReconnects = 0
    provider.connect()
  }
  const onOnline = () => reconnect()
  const onOffline = () => provider.disconnect()
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)

  provider.connect()
  return {
    awareness: provider.awareness,
    firstSync: firstSync.came,
    firstSaved: firstSaved.came,
    allSaved: () => (tracker.pending === 0 ? Promise.resolve() : whenSaved.came),
    reconnect,
    tell,
    close() {
      isClosed = true
      window.removeEventListener('online', onOnline)
      window.removeEventListener('offline', onOffline)
      stopWatching()
      clearTimeout(busyTimer)
      provider.destroy()
    },
  }
}

/** Something that others may wait for. */
function aMoment(): { came: Promise<void>; come(): void } {
  let come = () => {}
  const came = new Promise<void>((resolve) => {
    come = resolve
  })
  return { came, come: () => come() }
}
