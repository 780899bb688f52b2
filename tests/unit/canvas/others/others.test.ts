import { expect, onTestFinished, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { followOthers } from '../../../../client/canvas/others/others.ts'
import { createOwnHand } from '../../../../client/canvas/others/own-hand.ts'
import { until } from '../../../support/sockets.ts'

function anAwareness(): Awareness {
  const doc = new Y.Doc()
  onTestFinished(() => doc.destroy())
  return new Awareness(doc)
}

/** Somebody whose states reach the screen of `here`, under any number of clients. */
function tellTo(here: Awareness, state: Record<string, unknown>): Awareness {
  const there = anAwareness()
  there.on('update', () => applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'line'))
  there.setLocalState(state)
  return there
}

function aScreen() {
  const here = anAwareness()
  const others = followOthers(here)
  onTestFinished(() => others.stop())
  const heard: number[][] = []
  others.listen((changed) => heard.push([...changed]))
  return { here, others, heard }
}

const who = (name: string) => ({ id: name, name, party: null })

test('a client and its hand are one person, whichever is heard of first', () => {
  const { here, others, heard } = aScreen()
  const hand = tellTo(here, { pointer: { x: 1, y: 2 } })
  expect([others.all.size, heard]).toEqual([0, []])
  const sam = tellTo(here, { who: who('Sam'), hand: hand.clientID })
  expect([...others.all.values()]).toMatchObject([{ clientId: sam.clientID, hand: { pointer: { x: 1, y: 2 } } }])
  hand.setLocalState({ pointer: { x: 3, y: 4 } })
  expect(others.all.get(sam.clientID)?.hand).toEqual({ pointer: { x: 3, y: 4 } })
  expect(heard.at(-1)).toEqual([sam.clientID])
})

test('the same person comes without a new presence when only the hand moves', () => {
  const { here, others } = aScreen()
  const hand = tellTo(here, { pointer: { x: 1, y: 2 } })
  const sam = tellTo(here, { who: who('Sam'), hand: hand.clientID })
  const before = others.all.get(sam.clientID)?.presence
  hand.setLocalState({ pointer: { x: 3, y: 4 } })
  expect(others.all.get(sam.clientID)?.presence).toBe(before)
})

test('who tells all in one state is read too', () => {
  const { here, others } = aScreen()
  const bot = tellTo(here, { who: who('Bot'), pointer: { x: 1, y: 2 } })
  bot.setLocalState({ who: who('Bot'), pointer: { x: 5, y: 6 } })
  expect(others.all.get(bot.clientID)?.hand.pointer).toEqual({ x: 5, y: 6 })
})

test('who goes is gone, and a hand that goes leaves an idle person', () => {
  const { here, others } = aScreen()
  const hand = tellTo(here, { pointer: { x: 1, y: 2 } })
  const sam = tellTo(here, { who: who('Sam'), hand: hand.clientID })
  removeAwarenessStates(here, [hand.clientID], 'line')
  expect(others.all.get(sam.clientID)?.hand).toEqual({})
  removeAwarenessStates(here, [sam.clientID], 'line')
  expect(others.all.size).toBe(0)
})

test('what does not parse takes away its own sender only', () => {
  const { here, others } = aScreen()
  const sam = tellTo(here, { who: who('Sam') })
  const hand = tellTo(here, { pointer: { x: 1e300, y: 'no' } })
  const mal = tellTo(here, { who: who('Mal'), hand: hand.clientID })
  expect(others.all.get(mal.clientID)?.hand).toEqual({})
  mal.setLocalState({ who: 'everybody', hand: [] })
  expect([...others.all.keys()]).toEqual([sam.clientID])
})

test('who names another’s hand or client as the own takes nothing away from that one', () => {
  const { here, others } = aScreen()
  const hand = tellTo(here, { pointer: { x: 1, y: 2 } })
  const sam = tellTo(here, { who: who('Sam'), hand: hand.clientID })
  const jo = tellTo(here, { who: who('Jo'), pointer: { x: 7, y: 7 } })
  tellTo(here, { who: who('Mal'), hand: hand.clientID })
  tellTo(here, { who: who('Eve'), hand: jo.clientID })
  hand.setLocalState({ pointer: { x: 3, y: 4 } })
  jo.setLocalState({ who: who('Jo'), pointer: { x: 8, y: 8 } })
  expect(others.all.get(sam.clientID)?.hand).toEqual({ pointer: { x: 3, y: 4 } })
  expect(others.all.get(jo.clientID)).toMatchObject({ presence: { who: who('Jo') }, hand: { pointer: { x: 8, y: 8 } } })
})

test('the own hand goes out under a client of its own, and says so when it goes', async () => {
  const { here, others } = aScreen()
  const mine = anAwareness()
  const sent: number[] = []
  mine.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
    const clients = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])]
    sent.push(...clients)
    applyAwarenessUpdate(here, encodeAwarenessUpdate(mine, clients), 'line')
  })
  const hand = createOwnHand(mine)
  mine.setLocalState({ who: who('Ik'), hand: hand.id })
  hand.tell({ pointer: { x: 1, y: 2 } })
  hand.tell({ caret: null })
  await until(() => expect(others.all.get(mine.clientID)?.hand).toEqual({ pointer: { x: 1, y: 2 }, caret: null }))
  expect(sent.filter((id) => id === hand.id)).toHaveLength(1)
  hand.stop()
  expect([here.getStates().has(hand.id), others.all.get(mine.clientID)?.hand]).toEqual([false, {}])
})
