import type { CapabilityLinks } from './auth/capability-link.ts'
import type { Entry } from './auth/entry.ts'
import type { Sessions } from './auth/sessions.ts'
import type { PlateStock } from './boards/plate-stock.ts'
import type { Config } from './config.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { ImageStore } from './images/image-store.ts'
import type { Clock, Log } from './ports.ts'
import type { SampleTables } from './sample/sample-tables.ts'
import type { Storage } from './storage/storage.ts'
import type { Rooms } from './sync/rooms.ts'

/** What the routes work with. Made once, in `start-server.ts`. */
export interface Services {
  config: Config
  storage: Storage
  rooms: Rooms
  sessions: Sessions
  links: CapabilityLinks
  entry: Entry
  limits: RateLimits
  images: ImageStore
  plates: PlateStock
  sample: SampleTables
  clock: Clock
  log: Log
}
