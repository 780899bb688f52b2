// Hocuspocus with the statements of its own SQLite extension. That extension wants better-sqlite3, which has to be
// compiled; the same statements run here on the SQLite of Node.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { ready } from './listen.mjs'

const database = new DatabaseSync(join(process.env.DATA_DIR, 'hocuspocus.sqlite'))
database.exec('CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))')
const select = database.prepare('SELECT data FROM documents WHERE name = $name ORDER BY rowid DESC')
const upsert = database.prepare(
  'INSERT INTO documents (name, data) VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
)

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  websocketOptions: { maxPayload: 64 * 1024 * 1024 },
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get({ name: documentName })?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run({ name: documentName, data: state }),
    }),
  ],
})
await server.listen()
ready(server.address.port)
