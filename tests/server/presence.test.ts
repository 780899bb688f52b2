import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { Frame } from '../../shared/sync/messages.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aRawSocket, aStockClient, until } from '../support/sockets.ts'

const presence = (clientID: number, clock: number, state: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, Frame.awareness)
    const body = encoding.encode((inner) => {
      for (const number of [1, clientID, clock]) encoding.writeVarUint(inner, number)
      encoding.writeVarString(inner, state)
    })
    encoding.writeVarUint8Array(encoder, body)
  })

// Stock clients repeat all that they hear, and answer what is said in their name with a clock of one more.
test.each([2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1])(
  'AWR1 presence near the end of its clock (%d) harms nobody who hears of it',
  async (clock) => {
    const server = await aServer()
    const board = await aBoard(server)
    const { token } = await sit(server, board, 'participant')
    const stranger = await sit(server, board, 'viewer')
    const [a, b] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
    await Promise.all([a.synced(), b.synced()])
    const hostile = aRawSocket(server, board.id, { token: stranger.token })
    await hostile.opened
    hostile.send(presence(7, clock, '{"name":"x"}'))
    hostile.send(presence(a.doc.clientID, clock, 'null'))
    hostile.send(presence(8, 1, '{"name":"y"}'))
    await until(() => expect(a.provider.awareness.getStates().has(8)).toBe(true))
    hostile.socket.close()
    await until(() => expect(a.provider.awareness.getStates().has(8)).toBe(false))
    writeNote(a.doc, 'verder', 'wij werken door')
    await until(() => expect(hasNote(b.doc, 'verder')).toBe(true))
    a.provider.awareness.setLocalStateField('x', 1)
    await until(() => expect(b.provider.awareness.getStates().get(a.doc.clientID)).toEqual({ x: 1 }))
    expect([a.closes, b.closes, a.provider.awareness.getStates().has(7)]).toEqual([[], [], false])
  },
)
