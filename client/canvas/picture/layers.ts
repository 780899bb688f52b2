import { overlap } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'

/** Something on the table: a note that may be drawn in a picture, or a thing that is an element of its own. */
export interface Stacked<N extends Box> {
  /** Its place in the stack; greater lies above. */
  readonly z: number
  readonly note?: N
  /** What a thing covers; without it nothing can lie wrongly above or under it. */
  readonly box?: Box
}

/** Notes that are drawn in one picture, which lies in the stack where the lowest of them would. */
export interface Layer<N extends Box> {
  readonly z: number
  readonly notes: N[]
}

/**
 * Lays notes into as few pictures as keep everything above and under each other as it was. The stack goes from the lowest
 * to the highest. A picture is as high as its first note; a later note fits in as long as nothing between the two lies
 * under it. Where more than `most` pictures would be needed, notes are `left` to be elements.
 */
export function inLayers<N extends Box>(stack: readonly Stacked<N>[], most: number): { layers: Layer<N>[]; left: N[] } {
  const layers: Layer<N>[] = []
  const left: N[] = []
  /** What has come to lie above the last picture. */
  let above: Box[] = []
  for (const { z, note, box } of stack) {
    const last = layers.at(-1)
    if (note === undefined) {
      if (box && last) above.push(box)
    } else if (last && !above.some((thing) => overlap(thing, note))) {
      last.notes.push(note)
    } else if (layers.length < most) {
      layers.push({ z, notes: [note] })
      above = []
    } else {
      left.push(note)
      above.push(note)
    }
  }
  return { layers, left }
}
