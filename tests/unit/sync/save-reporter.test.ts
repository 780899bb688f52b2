import { decoding } from 'lib0'
import { expect, test, vi } from 'vitest'
import { SaveReporter } from '../../../server/sync/save-reporter.ts'
import { Frame, readSaved } from '../../../shared/sync/messages.ts'

function aListener() {
  const said: (string | number)[] = []
  return {
    wantsAcks: true,
    hasSynced: true,
    framesLogged: 0,
    said,
    send(frame: Uint8Array) {
      const decoder = decoding.createDecoder(frame)
      said.push(decoding.readVarUint(decoder) === Frame.saved ? readSaved(decoder).frames : 'not saved')
    },
  }
}

/** A disk whose syncs end when the test says so. */
function aSlowDisk() {
  const syncs: { done(): void; fail(): void }[] = []
  const durable = () =>
    new Promise<void>((resolve, reject) => {
      syncs.push({ done: resolve, fail: () => reject(new Error('EIO')) })
    })
  return { syncs, durable }
}

function aReporter() {
  const disk = aSlowDisk()
  const listener = aListener()
  const reporter = new SaveReporter({
    durable: disk.durable,
    stateVector: () => new Uint8Array([0]),
    connections: () => [listener],
    onFault: () => {},
  })
  return { ...disk, listener, reporter }
}

test('SAV2 saved is said after the sync that began after the write, and counts no frame that came later', async () => {
  const { syncs, listener, reporter } = aReporter()
  listener.framesLogged = 3
  reporter.request()
  listener.framesLogged = 4
  reporter.request()
  expect(listener.said).toEqual([])
  syncs[0]?.done()
  await vi.waitFor(() => expect(listener.said).toEqual([3]))
  expect(syncs.length).toBe(2)
  syncs[1]?.done()
  await vi.waitFor(() => expect(listener.said).toEqual([3, 4]))
})

test('SAV5 a sync that fails is said, and tried again', async () => {
  vi.useFakeTimers()
  try {
    const { syncs, listener, reporter } = aReporter()
    listener.framesLogged = 1
    reporter.request()
    syncs[0]?.fail()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(listener.said).toEqual(['not saved'])
    syncs[1]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(listener.said).toEqual(['not saved', 1])
  } finally {
    vi.useRealTimers()
  }
})

test('SAV5 nothing is called saved while the log refuses', async () => {
  const { syncs, listener, reporter } = aReporter()
  reporter.request()
  reporter.refuse()
  syncs[0]?.done()
  await vi.waitFor(() => expect(listener.said).toEqual(['not saved', 'not saved']))
  reporter.resume()
  reporter.request()
  syncs[1]?.done()
  await vi.waitFor(() => expect(listener.said.at(-1)).toBe(0))
})
