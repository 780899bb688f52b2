import { parseJson } from '../../shared/parse-json.ts'
import { OWN_PLATES } from '../../shared/templates/own-limits.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { TemplateSchema } from '../../shared/templates/schema.ts'
import { Problem } from '../http/problems.ts'
import type { Clock, Log } from '../ports.ts'
import { PlatesFull, type PlateTable, PlateTaken, type StoredPlate } from '../storage/storage.ts'
import type { Templates } from '../templates.ts'

/** The plates that this server has: those of its build, and those that people made. */
export class PlateStock {
  #built: Templates
  #own: PlateTable
  #clock: Clock

  /** Own plates that lie or may lie on tables, for those who cannot wait for storage. */
  #known: Map<string, Template>

  private constructor(built: Templates, own: PlateTable, clock: Clock, known: Map<string, Template>) {
    this.#built = built
    this.#own = own
    this.#clock = clock
    this.#known = known
  }

  static async open(
    built: Templates,
    own: PlateTable,
    { clock, log }: { clock: Clock; log: Log },
  ): Promise<PlateStock> {
    const plates = (await own.list()).flatMap((stored) => {
      const plate = templateIn(stored)
      if (!plate)
        log.warn({ event: 'plate-unreadable', plate: stored.id }, 'an own plate cannot be read; it is kept as it is')
      return plate ?? []
    })
    return new PlateStock(built, own, clock, new Map(plates.map((plate) => [plate.id, plate])))
  }

  /** A plate that lies or may lie on a table, also one that is off the list. */
  templateOf(id: string): Template | undefined {
    return this.#built.get(id) ?? this.#known.get(id)
  }

  get built(): Template[] {
    return [...this.#built.values()]
  }

  isBuilt(id: string): boolean {
    return this.#built.has(id)
  }

  /** The plate of that id, for laying. `field` is where the asker named it. */
  async findToLay(id: string, field: string): Promise<Template> {
    const built = this.#built.get(id)
    const stored = built ? undefined : await this.#own.find(id)
    const template = built ?? (stored && !stored.hidden ? templateIn(stored) : undefined)
    if (template) return template
    throw new Problem('invalid-input', { fields: [{ field, detail: `There is no plate "${id}".` }] })
  }

  /** The plates that people made and that are on the list, the oldest first. */
  async own(): Promise<Template[]> {
    const stored = await this.#own.list()
    return stored.filter(({ hidden }) => !hidden).flatMap((plate) => templateIn(plate) ?? [])
  }

  /**
   * Keeps a plate under the next number. The very plate that is here already is only put on the list again, so that who
   * brings a file twice has it once.
   */
  async keep(plate: Template): Promise<Template> {
    const all = await this.#own.list()
    const before = all.find(({ id }) => id === plate.id)
    if (before) return this.#keepAgain(plate, before)
    const numbered = { ...plate, number: nextNumber(all.flatMap((each) => templateIn(each)?.number ?? [])) }
    const json = JSON.stringify(numbered)
    if (Buffer.byteLength(json) > OWN_PLATES.bytes) throw refuse('', `A plate has at most ${OWN_PLATES.bytes} bytes.`)
    try {
      const caps = { shown: OWN_PLATES.most, kept: OWN_PLATES.mostKept }
      await this.#own.add({ id: plate.id, json, hidden: false, created: this.#clock() }, caps)
    } catch (error) {
      if (error instanceof PlatesFull) throw refuse('', `This server keeps at most ${OWN_PLATES.most} own plates.`)
      if (error instanceof PlateTaken) throw refuse('id', TAKEN)
      throw error
    }
    this.#known.set(plate.id, numbered)
    return numbered
  }

  async #keepAgain(plate: Template, before: StoredPlate): Promise<Template> {
    const known = templateIn(before)
    if (known === undefined || !isSame(plate, known)) throw refuse('id', TAKEN)
    await this.#own.setHidden(plate.id, false)
    return known
  }

  /** Takes an own plate off the list; tables on which it lies still draw it. */
  async remove(id: string): Promise<void> {
    const stored = await this.#own.find(id)
    if (stored === undefined || stored.hidden) throw new Problem('not-found')
    await this.#own.setHidden(id, true)
  }
}

const TAKEN = 'Another plate on this server has this id.'

const refuse = (field: string, detail: string) => new Problem('invalid-input', { fields: [{ field, detail }] })

/** What is stored may come from another release or a failing disk; what cannot be read is a plate that nobody knows. */
function templateIn({ json }: StoredPlate): Template | undefined {
  return TemplateSchema.safeParse(parseJson(json)).data
}

/** Numbers are given by each server. */
const isSame = (a: Template, b: Template): boolean =>
  JSON.stringify({ ...a, number: '' }) === JSON.stringify({ ...b, number: '' })

function nextNumber(taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((number) => Number(number.slice(1))))
  return `E${String(highest + 1).padStart(2, '0')}`
}
