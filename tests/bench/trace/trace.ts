import type { BoardRecord } from '../../../shared/records/schema.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { aRegion, aSheet } from '../../support/records.ts'
import { anId, between } from './chance.ts'
import { type Plan, type Planned, planDeeds } from './deck.ts'
import type { Deed, Person, Step } from './deed.ts'
import { DEEDS, type DeedName } from './deeds.ts'
import { Table } from './table.ts'

/** What one person's store tells of one frame. */
export interface Frame extends Step {
  /** Sixtieths of a second since the start. */
  at: number
  person: number
  what: DeedName
  /** The first of a deed: what the person works on is from here on theirs alone. */
  isFirst: boolean
}

export interface Trace {
  people: number
  /** What the server lays before anybody comes: the document, the page, four plates. */
  laid: readonly BoardRecord[]
  /** What each frame has brought about so far; at the end of an hour, what all must have. */
  table: Table
  /** To be played in this order, each once. */
  workshop(): Generator<Frame, void>
  edits(): Generator<Frame, void>
}

const SHEETS = 4
const REGIONS_PER_SHEET = 19
const OUTLINE_CORNERS = 16
/** A deed that finds nothing to work on is tried again after so many frames. */
const RETRY_AFTER = 600
const MAX_RETRIES = 50

/** A workshop of people round one table, the same for the same plan: real records, sixty frames a second. */
export function aTrace(plan: Plan): Trace {
  const random = createRandom(plan.seed + 1)
  const table = new Table()
  const laid = layTable()
  table.put(laid)
  const sheets = laid.flatMap((record) =>
    record.typeName === 'shape' && record.parentId === 'page:page' ? [record.id] : [],
  )
  const people = Array.from({ length: plan.people }, () => aPlayer({ random, table, sheets }))
  const planned = planDeeds(plan)
  return {
    people: plan.people,
    laid,
    table,
    workshop: () => play(people, planned.workshop, table),
    edits: () => play(people, planned.edits, table),
  }
}

function layTable(): BoardRecord[] {
  const page = [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: 'Wijkplan', meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Tafel', index: 'a1', meta: {} },
  ] as BoardRecord[]
  const outline = Array.from({ length: OUTLINE_CORNERS }, (_, corner) => {
    const angle = (corner / OUTLINE_CORNERS) * 2 * Math.PI
    return [Math.cos(angle), Math.sin(angle)].map((side) => Math.round(2_000 + side * 2_000) / 10)
  }).flat()
  const sheets = Array.from({ length: SHEETS }, (_, at) =>
    aSheet(`sheet-${at}`, { x: at * 1_200, index: `a${at + 2}` }),
  )
  const regions = sheets.flatMap((sheet) =>
    Array.from({ length: REGIONS_PER_SHEET }, (_, at) =>
      aRegion(sheet, `region-${at}`, { x: (at % 5) * 400, y: Math.floor(at / 5) * 400, outline, index: `a${at + 1}` }),
    ),
  )
  return [...page, ...(sheets as unknown as BoardRecord[]), ...(regions as unknown as BoardRecord[])]
}

interface Player extends Person {
  claimed: Set<string>
}

function aPlayer({ random, table, sheets }: { random: Random; table: Table; sheets: readonly string[] }): Player {
  const claimed = new Set<string>()
  return {
    random,
    table,
    sheets,
    claimed,
    unit: 1 / (between(random, 40, 120) / 100),
    meta: { by: anId(random, 12), party: `party:${anId(random, 21)}` },
    claim(id) {
      table.claim(id)
      claimed.add(id)
    },
  }
}

interface Running {
  planned: Planned
  deed: Deed
  isFirst: boolean
}

/** Lets all do what is planned for them, one deed at a time each, and whoever's turn is first goes first. */
function* play(people: readonly Player[], planned: readonly Planned[], table: Table): Generator<Frame, void> {
  const waiting = people.map((_, person) => planned.filter((each) => each.person === person))
  const running: (Running | undefined)[] = people.map(() => undefined)
  const due = waiting.map((list) => list[0]?.at ?? Number.POSITIVE_INFINITY)

  const goOn = (person: number, at: number) => {
    running[person] = undefined
    const next = waiting[person]?.[0]
    due[person] = next === undefined ? Number.POSITIVE_INFINITY : Math.max(next.at, at + 15)
  }
  const begin = (person: number, player: Player): Running => {
    const next = waiting[person]?.shift() as Planned
    return { planned: next, deed: startDeed(next, player), isFirst: true }
  }

  for (;;) {
    const person = due.reduce((first, at, each) => (at < (due[first] ?? 0) ? each : first), 0)
    const at = due[person] ?? Number.POSITIVE_INFINITY
    const player = people[person]
    if (at === Number.POSITIVE_INFINITY || player === undefined) return
    const run = running[person] ?? begin(person, player)
    running[person] = run
    const { done, value: step } = run.deed.next()
    if (done) {
      table.release(player.claimed)
      player.claimed.clear()
      if (run.isFirst) {
        if (run.planned.tries > MAX_RETRIES) throw new Error(`nothing to ${run.planned.what} at frame ${at}`)
        // Others of this person's deeds go first: one of them may make what this one lacks.
        waiting[person]?.push({ ...run.planned, at: at + RETRY_AFTER, tries: run.planned.tries + 1 })
        waiting[person]?.sort((one, other) => one.at - other.at)
      }
      goOn(person, at)
      continue
    }
    table.put(step.puts)
    table.remove(step.removes ?? [])
    yield { ...step, at, person, what: run.planned.what, isFirst: run.isFirst }
    run.isFirst = false
    due[person] = at + step.pause
  }
}

/** The deed, and its taking back where that is planned: every record it touched as it was. */
function* startDeed({ what, isUndone }: Planned, player: Player): Deed {
  const before = new Map<string, BoardRecord | undefined>()
  for (const step of DEEDS[what](player)) {
    for (const id of [...step.puts.map((record) => record.id), ...(step.removes ?? [])])
      if (!before.has(id)) before.set(id, player.table.records.get(id))
    yield step
  }
  if (!isUndone || before.size === 0) return
  yield { puts: [], pause: between(player.random, 60, 180) }
  const puts = [...before.values()].filter((record) => record !== undefined)
  yield { puts, removes: [...before].flatMap(([id, record]) => (record === undefined ? [id] : [])), pause: 1 }
}
