import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Kin } from '../../../server/sync/guard/kin.ts'
import { repair } from '../../../server/sync/guard/repairs.ts'
import { readBoard, recordsMap } from '../../../shared/records/doc.ts'
import { atSeed, effort } from '../../support/effort.ts'
import { heldFrames } from '../../support/frames.ts'
import { aPeer, SERVER_CLIENT } from '../../support/peers.ts'
import { createRandom } from '../../support/random.ts'
import { simActs } from '../../support/sim-acts.ts'
import { simNetwork } from '../../support/sim-network.ts'

const STEPS = 100
const PEOPLE = { from: 3, to: 5 }

/** What the server does with all that edits which were fine by themselves have left together. */
function repaired(state: Uint8Array): Uint8Array {
  const server = new Y.Doc()
  Y.applyUpdate(server, state)
  server.clientID = SERVER_CLIENT
  server.transact(() => repair(server, new Kin(server), [...recordsMap(server).keys()]))
  return Y.encodeStateAsUpdate(server)
}

/** People act at random over a bad network. When all have met and the server has made its repairs, all must be one. */
function simulate(seed: number) {
  const random = createRandom(seed)
  const network = simNetwork(random, PEOPLE.from + random.upTo(PEOPLE.to - PEOPLE.from + 1))
  const acts = simActs(random, network, heldFrames())
  for (let step = 0; step < STEPS; step++) acts.step()
  expect(acts.made).toBeGreaterThan(0)
  network.meet()

  const [first] = network.people
  if (!first) throw new Error('nobody came')
  const met = Y.encodeStateAsUpdate(first.peer.doc)
  for (const { peer } of network.people) {
    expect([peer.doc.store.pendingStructs, peer.doc.store.pendingDs]).toEqual([null, null])
    expect(readBoard(peer.doc)).toEqual(readBoard(first.peer.doc))
  }

  const update = repaired(met)
  for (const { peer } of network.people) Y.applyUpdate(peer.doc, update, 'server')
  const newcomer = aPeer(update)
  for (const { peer } of network.people) {
    expect(peer.shown()).toEqual(newcomer.shown())
    expect(peer.stored()).toEqual(newcomer.shown())
    expect([peer.setAside, readBoard(peer.doc).setAside]).toEqual([[], []])
  }
  newcomer.stop()
  network.stop()
}

test.each(effort.seeds)(
  'CNV1 CNV7 CNV11 boards converge over a bad network, and show what is stored, seed %i',
  (seed) => {
    atSeed(seed, 'convergence', () => simulate(seed))
  },
)
