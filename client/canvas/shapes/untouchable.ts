import { Polygon2d, type Vec } from 'tldraw'

/** An outline that has a place but is never hit: clicks, brushes, erasers and arrows go through it to the canvas. */
export class Untouchable extends Polygon2d {
  constructor(points: Vec[]) {
    super({ points, isFilled: false })
  }
  override hitTestPoint() {
    return false
  }
  override distanceToPoint() {
    return Number.POSITIVE_INFINITY
  }
  override distanceToLineSegment() {
    return Number.POSITIVE_INFINITY
  }
  override hitTestLineSegment() {
    return false
  }
}
