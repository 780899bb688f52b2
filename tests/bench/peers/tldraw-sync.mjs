// tldraw sync with its SQLite storage. In WAL mode with NORMAL, as our own log, it is fastest.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteWrapper, SQLiteSyncStorage, TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema, InstancePresenceRecordType, toRichText } from '@tldraw/tlschema'
import { listen } from './listen.mjs'

const database = new DatabaseSync(join(process.env.DATA_DIR, 'tldraw.sqlite'))
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
const schema = createTLSchema()
const storage = new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) })
const room = new TLSocketRoom({ schema, storage })

/** What a client of this release sends; the load has no tldraw of this release itself. */
const page = () =>
  JSON.stringify({
    schema: schema.serialize(),
    note: {
      id: 'shape:note',
      typeName: 'shape',
      type: 'note',
      x: 0,
      y: 0,
      rotation: 0,
      index: 'a1',
      parentId: 'page:page',
      isLocked: false,
      opacity: 1,
      props: {
        color: 'yellow',
        labelColor: 'black',
        size: 's',
        font: 'sans',
        fontSizeAdjustment: 0,
        align: 'start',
        verticalAlign: 'start',
        growY: 0,
        url: '',
        richText: toRichText(''),
        scale: 1,
        textLastEditedBy: null,
      },
      meta: {},
    },
    presence: InstancePresenceRecordType.create({
      id: InstancePresenceRecordType.createId('person'),
      currentPageId: 'page:page',
      userId: 'user:person',
      userName: 'Person',
      cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
    }),
  })

listen((socket, request) => {
  const sessionId = new URL(request.url, 'http://localhost').searchParams.get('session')
  room.handleSocketConnect({ sessionId, socket })
}, page)
