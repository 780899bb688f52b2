import { type Geometry2d, Group2d, Rectangle2d, Vec, type VecLike } from 'tldraw'

/**
 * A rectangle that reckons with its sides. tldraw walks the edges of any outline, for every note on the table at every
 * move of the pointer.
 */
class Paper extends Rectangle2d {
  readonly #w: number
  readonly #h: number

  constructor(w: number, h: number, isLabel: boolean) {
    super({ width: w, height: h, isFilled: true, isLabel })
    this.#w = w
    this.#h = h
  }

  /** Negative inside. */
  override distanceToPoint({ x, y }: VecLike): number {
    const [beyondX, beyondY] = [Math.max(-x, x - this.#w), Math.max(-y, y - this.#h)]
    return beyondX > 0 && beyondY > 0 ? Math.hypot(beyondX, beyondY) : Math.max(beyondX, beyondY)
  }

  override hitTestPoint(point: VecLike, margin = 0): boolean {
    return this.distanceToPoint(point) <= margin
  }

  override nearestPoint({ x, y }: VecLike): Vec {
    const [inX, inY] = [Math.min(Math.max(x, 0), this.#w), Math.min(Math.max(y, 0), this.#h)]
    if (inX !== x || inY !== y) return new Vec(inX, inY)
    const toSideX = x < this.#w / 2 ? 0 : this.#w
    const toSideY = y < this.#h / 2 ? 0 : this.#h
    return Math.abs(x - toSideX) < Math.abs(y - toSideY) ? new Vec(toSideX, y) : new Vec(x, toSideY)
  }
}

/** Notes come in few sizes; more of them than this are not kept. */
const MOST_KEPT = 200
const kept = new Map<string, Geometry2d>()

/** The paper of a note, all of which is its label too. Notes of one size share it: it never changes. */
export function noteGeometry({ w, h }: { w: number; h: number }): Geometry2d {
  const key = `${w} ${h}`
  const known = kept.get(key)
  if (known) return known
  const made = new Group2d({ children: [new Paper(w, h, false), new Paper(w, h, true)] })
  if (kept.size < MOST_KEPT) kept.set(key, made)
  return made
}
