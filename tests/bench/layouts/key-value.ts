import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type * as Y from 'yjs'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Layout } from './layout.ts'
import { seatWholeRecordWriters } from './whole-records.ts'

interface Entry {
  key: string
  val: BoardRecord
}
type Entries = Y.Array<Entry>

interface KeyValue {
  set(key: string, val: BoardRecord): void
  delete(key: string): void
}

const entriesIn = (doc: Y.Doc): Entries => doc.getArray('r')

/**
 * Writes what a YKeyValue of y-utility writes, without its search through the whole array at every change, which takes
 * milliseconds. That both write the same bytes is checked in the suite.
 */
function quickKeyValue(entries: Entries): KeyValue {
  const keys = entries.map(({ key }) => key)
  const drop = (key: string) => {
    const at = keys.indexOf(key)
    if (at < 0) return
    entries.delete(at)
    keys.splice(at, 1)
  }
  return {
    set(key, val) {
      drop(key)
      entries.push([{ key, val }])
      keys.push(key)
    },
    delete: drop,
  }
}

function layoutWith(open: (entries: Entries) => KeyValue, original: (entries: Entries) => KeyValue): Layout {
  return {
    lay: (doc, records) => void entriesIn(doc).push(records.map((record) => ({ key: record.id, val: record }))),
    seat: (hub, people) => seatWholeRecordWriters(hub, people, 'end', (doc) => open(entriesIn(doc))),
    build: (doc) => entriesIn(doc).map(({ val }) => val),
    read: (doc) => entriesIn(doc).map(({ val }) => val),
    follow: (doc) => void original(entriesIn(doc)),
  }
}

/**
 * Layout B: the records in a YKeyValue, as tldraw's own example keeps them, but written when a gesture ends only. The
 * `original` is y-utility's own code throughout.
 */
export async function keyValueLayouts(): Promise<{ quick: Layout; original: Layout }> {
  const original = await openOriginal()
  return { quick: layoutWith(quickKeyValue, original), original: layoutWith(original, original) }
}

async function openOriginal(): Promise<(entries: Entries) => KeyValue> {
  const peers = createRequire(new URL('../peers/package.json', import.meta.url))
  // It brings a Yjs of its own, of which it uses nothing; without this mark that one does not warn of the other.
  delete (globalThis as Record<string, unknown>)['__ $YJS$ __']
  const { YKeyValue } = (await import(pathToFileURL(peers.resolve('y-utility/y-keyvalue')).href)) as {
    YKeyValue: new (entries: Entries) => KeyValue
  }
  return (entries) => new YKeyValue(entries)
}
