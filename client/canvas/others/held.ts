import { type Atom, atom, type Computed, computed, type Editor, Mat, react, type TLShape, type TLShapeId } from 'tldraw'
import { Glide } from './glide.ts'
import type { Holder } from './in-others-hand.ts'
import { nearestTurn, type Standing, shiftBetween } from './shift.ts'

/** A gesture of which so long (ms) nothing is heard is not shown any more: what is committed holds. */
const SILENT_MS = 2_000

interface HeldOptions {
  editor: Editor
  /** A shape's own transform, as it is committed. */
  committed(shape: TLShape): Mat
  n: number
  ids: readonly TLShapeId[]
  at: Standing
  /** Whether it goes there, instead of jumping. */
  glides: boolean
  /** Asks for a frame. */
  ask(): void
  /** Called when nothing has been heard for too long. */
  onOver(): void
}

/**
 * Shapes in somebody else's hand. They are told by where their first one is on the page, so the way from what is
 * committed follows by itself: a commit on the way changes nothing to be seen, and the last one ends it.
 */
export class Held implements Holder {
  readonly n: number
  readonly ids: readonly TLShapeId[]
  readonly shift: Computed<Mat | undefined>
  readonly isMoved: boolean
  readonly #options: HeldOptions
  readonly #glide: Glide
  readonly #shown: Atom<Standing>
  readonly #committed: Computed<Standing | undefined>
  readonly #stopWatching: () => void
  #released = false
  #isOutdated = false
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(options: HeldOptions) {
    const { n, ids, at, glides, ask } = options
    this.n = n
    this.ids = ids
    this.isMoved = at.length === 2
    this.#options = options
    this.#committed = computed('committed place', () => this.#read()?.slice(0, at.length), { isEqual: isSameStanding })
    const from = this.#committed.get() ?? at
    this.#glide = new Glide(from)
    this.#shown = atom('shown place', from)
    this.shift = computed('shift', () => {
      const committed = this.#committed.get()
      return committed && shiftBetween(committed, this.#shown.get())
    })
    let isFirst = true
    this.#stopWatching = react('the committed place', () => {
      this.#committed.get()
      if (!isFirst && this.#released) this.#isOutdated = true
      isFirst = false
      ask()
    })
    this.aim(at, false, glides)
  }

  /** Takes in where the hand is now. */
  aim(at: Standing, released: boolean, glides: boolean): void {
    const goal = [...at]
    if (goal[2] !== undefined) goal[2] = nearestTurn(goal[2], this.#glide.goal[2] ?? 0)
    if (glides) this.#glide.aim(goal, performance.now())
    else this.#glide.jump(goal)
    this.#released = released
    clearTimeout(this.#silence)
    this.#silence = setTimeout(this.#options.onOver, SILENT_MS)
    this.#options.ask()
  }

  /** Shows the next step; whether there are more. */
  advance(now: number): boolean {
    this.#shown.set(this.#glide.at(now))
    return !this.#glide.isThere(now)
  }

  /** Let go, and the commit has come: the one that says the same, or another's that overtook it. */
  get isOver(): boolean {
    return this.#released && (this.#isOutdated || this.shift.get() === undefined)
  }

  stop(): void {
    clearTimeout(this.#silence)
    this.#stopWatching()
  }

  /** Where the first shape stands in the document; undefined while it is not there. */
  #read(): Standing | undefined {
    const { editor, committed, ids } = this.#options
    let shape = ids[0] && editor.getShape(ids[0])
    if (!shape) return undefined
    const { w, h } = editor.getShapeGeometry(shape).bounds
    let transform = committed(shape)
    for (;;) {
      shape = editor.getShape(shape.parentId as TLShapeId)
      if (!shape) break
      transform = Mat.Compose(committed(shape), transform)
    }
    return [transform.e, transform.f, transform.rotation(), w, h]
  }
}

const isSameStanding = (a: Standing | undefined, b: Standing | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every((value, index) => value === b?.[index])
