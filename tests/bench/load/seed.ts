import { setTimeout as wait } from 'node:timers/promises'
import type { TLNoteShape } from '@tldraw/tlschema'
import { writeRecords } from '../../../shared/records/doc.ts'
import { RECORDS } from '../../../shared/records/layout-version.ts'
import { BOARD } from '../servers.ts'
import type { Message } from './dialect.ts'
import { comeIn, type Place, releaseOf } from './entrance.ts'
import { LightSocket } from './light-socket.ts'
import { TldrawPerson } from './tldraw-person.ts'
import { YjsPerson } from './yjs-person.ts'

/** How records lie in a Yjs document: by property as ours, or each as one plain value. */
export type Layout = 'ours' | 'plain'

/** A program that lays many notes does so in parts. */
const PART = 500
const PART_MS = 20

/** Lays notes on a board, as one of its people. The line stays open until the returned function is called. */
export async function seed(
  place: Place & { path: string },
  notes: readonly TLNoteShape[],
  layout: Layout,
): Promise<() => void> {
  const socket = new LightSocket(place.url.replace('http', 'ws') + place.path)
  const person =
    place.dialect === 'tldraw'
      ? new TldrawPerson(-1, await releaseOf(place.url))
      : new YjsPerson(-1, place.dialect === 'hocuspocus' ? { room: BOARD } : {})
  await comeIn(person, socket)
  for (let from = 0; from < notes.length; from += PART) {
    for (const message of laying(person, notes.slice(from, from + PART), layout)) socket.send(message)
    await wait(PART_MS)
  }
  return () => socket.end()
}

function laying(person: TldrawPerson | YjsPerson, notes: readonly TLNoteShape[], layout: Layout): Message[] {
  if (person instanceof TldrawPerson) return [person.put(notes)]
  return person.change((doc) => {
    if (layout === 'ours') writeRecords(doc, notes)
    else for (const note of notes) doc.getMap<TLNoteShape>(RECORDS).set(note.id, note)
  })
}
