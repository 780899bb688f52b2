import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { metaMap, recordsMap } from '../../shared/records/doc.ts'
import { serializedSchema } from '../../shared/records/schema.ts'
import { writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { appendToLog } from '../support/stored.ts'

/** The schema of a release in which a note's text was a string. */
const older = () => {
  const schema = structuredClone(serializedSchema) as { sequences: Record<string, number> }
  schema.sequences['com.tldraw.shape.note'] = 7
  return JSON.stringify(schema)
}

test('VER4 a table that an older release wrote is brought to today’s form when it is opened', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  await server.close()
  await appendToLog(server.dataDir, board.id, (doc) => {
    writeNote(doc, 'oud', '')
    const note = recordsMap(doc).get('shape:oud')
    note?.delete('p.richText')
    note?.set('p.text', 'zo schreven wij toen')
    metaMap(doc).set('schema', older())
  })

  const again = await aServer({ dataDir: server.dataDir })
  const client = aStockClient(again, board.id, token)
  await client.synced()
  await until(() => expect(metaMap(client.doc).get('schema')).toBe(JSON.stringify(serializedSchema)))
  const note = recordsMap(client.doc).get('shape:oud')
  expect([note?.get('p.richText') instanceof Y.XmlFragment, note?.has('p.text')]).toEqual([true, false])
  const { body } = await ask(again, 'GET', `/api/v1/boards/${board.id}/dossier`, { token })
  expect(body.loose.map(({ text }: { text: string }) => text)).toEqual(['zo schreven wij toen'])
})

test('VER4 a region from before regions had a party and kinds of notes gets both', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { token } = await sit(server, board, 'participant')
  await server.close()
  await appendToLog(server.dataDir, board.id, (doc) => {
    for (const map of recordsMap(doc).values()) for (const key of ['p.party', 'p.takes']) map.delete(key)
    const schema = structuredClone(serializedSchema) as { sequences: Record<string, number> }
    schema.sequences['com.tldraw.shape.region'] = 0
    schema.sequences['com.tldraw.shape.sheet'] = 0
    metaMap(doc).set('schema', JSON.stringify(schema))
  })

  const again = await aServer({ dataDir: server.dataDir })
  const { body } = await ask(again, 'GET', `/api/v1/boards/${board.id}/dossier`, { token })
  expect(body.regions).toHaveLength(9)
})
