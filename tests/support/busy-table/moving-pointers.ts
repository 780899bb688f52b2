import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Frame } from '../../../shared/sync/messages.ts'
import type { Hand, Presence } from '../../../shared/sync/presence.ts'
import { placeOfNote } from './notes.ts'
import type { OurServer, OurTable } from './our-server.ts'

export const POINTERS = 30
/** 20 times a second. */
export const POINT_EVERY_MS = 50

/** Where each pointer is at a moment (ms): all wander over the notes, each on its own round. */
export function pointersAt(ms: number, notes: number): { x: number; y: number }[] {
  const { x: w, y: h } = placeOfNote(notes - 1, notes)
  return Array.from({ length: POINTERS }, (_, at) => {
    const turn = (ms / 4_000) * Math.PI + at
    const [midX, midY] = [((at % 6) + 0.5) / 6, (Math.floor(at / 6) + 0.5) / 5]
    return { x: Math.round(w * (midX + 0.08 * Math.cos(turn))), y: Math.round(h * (midY + 0.08 * Math.sin(turn))) }
  })
}

/** Thirty people on sockets of their own who do nothing but point, until they are told to stop. */
export async function movePointers(server: OurServer, table: OurTable, notes: number): Promise<() => void> {
  const people = await Promise.all(
    Array.from({ length: POINTERS }, async (_, at) => {
      const name = `Deelnemer ${at}`
      const token = await server.seat(table, name)
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${table.id}?token=${token}`)
      await once(socket, 'open')
      return { socket, awareness: new Awareness(new Y.Doc()), who: { id: `bench${at}`, name, party: null } }
    }),
  )
  const started = performance.now()
  const timers = people.map(({ socket, awareness, who }, at) =>
    setInterval(() => {
      const pointer = pointersAt(performance.now() - started, notes)[at]
      awareness.setLocalState({ who, page: 'page:page', pointer } satisfies Presence & Hand)
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, Frame.awareness)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
      socket.send(encoding.toUint8Array(encoder))
    }, POINT_EVERY_MS),
  )
  return () => {
    for (const timer of timers) clearInterval(timer)
    for (const { socket, awareness } of people) {
      awareness.destroy()
      socket.terminate()
    }
  }
}
