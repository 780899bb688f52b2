import { BOARD, type Contender } from '../servers.ts'
import type { Person } from './dialect.ts'
import type { LightSocket } from './light-socket.ts'
import { TldrawPerson, type TldrawRelease } from './tldraw-person.ts'
import { YjsPerson } from './yjs-person.ts'

const IN_TIMEOUT_MS = 60_000

export interface Place {
  dialect: Contender['dialect']
  url: string
}

/** How people come into being who speak what this server speaks: as which writer, −1 for none. */
export async function entrance({ dialect, url }: Place): Promise<(writer: number) => Person> {
  switch (dialect) {
    case 'yjs':
      return (writer) => new YjsPerson(writer)
    case 'relayed':
      return (writer) => new YjsPerson(writer, { isRelayed: true })
    case 'hocuspocus':
      return (writer) => new YjsPerson(writer, { room: BOARD })
    case 'tldraw': {
      const release = await releaseOf(url)
      return (writer) => new TldrawPerson(writer, release)
    }
  }
}

export const releaseOf = async (url: string): Promise<TldrawRelease> =>
  (await (await fetch(url)).json()) as TldrawRelease

/** Greets, and answers until the board has come in. `watch` gets all that comes, also afterwards. */
export async function comeIn(
  person: Person,
  socket: LightSocket,
  watch: (payload: Buffer) => void = () => {},
): Promise<void> {
  await socket.opened
  for (const message of person.greet()) socket.send(message)
  if (person.isIn) return
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('somebody did not get in')), IN_TIMEOUT_MS)
    void socket.closed.then((code) => reject(new Error(`somebody was shown out: ${code}`)))
    socket.onMessage = (payload) => {
      watch(payload)
      for (const answer of person.hear(payload)) socket.send(answer)
      if (!person.isIn) return
      clearTimeout(late)
      resolve()
    }
  })
}
