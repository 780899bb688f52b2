import { overlap } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'
import type { Area } from './area.ts'
import { createPaper, type Paper, REACH } from './paper.ts'
import type { PicturedNote } from './pictured.ts'

/** More pixels than this a canvas does not get, whatever the screen: on a phone memory is dear. */
const MOST_PIXELS = 12_000_000
/** With more changed notes than this all is drawn anew. */
const MOST_CHANGED = 40

export interface Painter {
  /** Draws these notes, from the lowest to the highest: only what has changed where the rest still stands. */
  paint(area: Area, notes: readonly PicturedNote[]): void
}

/** Draws the notes of one layer on a canvas, whose size it sets. */
export function createPainter(canvas: HTMLCanvasElement, family: string): Painter {
  const context = canvas.getContext('2d')
  if (context === null) return { paint() {} }
  const paper = createPaper(context, family)
  let drawnArea: Area | undefined
  let drawn = new Map<string, PicturedNote>()
  return {
    paint(area, notes) {
      const pixels = pixelsFor(area)
      const now = new Map<string, PicturedNote>(notes.map((note) => [note.id, note]))
      const changed = drawnArea === area ? changedBoxes(drawn, now) : undefined
      if (changed && changed.length <= MOST_CHANGED) {
        if (changed.length > 0) repaint(context, paper, area, pixels, notes, changed)
      } else {
        canvas.width = Math.round(area.w * pixels)
        canvas.height = Math.round(area.h * pixels)
        for (const note of notes) paper.note(note, area, pixels)
      }
      drawnArea = area
      drawn = now
    },
  }
}

function pixelsFor({ w, h, zoom }: Area): number {
  const wanted = zoom * devicePixelRatio
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (w * h)))
}

const isSame = (a: PicturedNote | undefined, b: PicturedNote): boolean =>
  a?.shape === b.shape && a.seat === b.seat && a.kind === b.kind

/** Where something differs between the two. */
function changedBoxes(before: ReadonlyMap<string, PicturedNote>, after: ReadonlyMap<string, PicturedNote>): Box[] {
  const changed: Box[] = []
  for (const [id, note] of after) {
    const old = before.get(id)
    if (isSame(old, note)) continue
    if (old) changed.push(old)
    changed.push(note)
  }
  for (const [id, old] of before) if (!after.has(id)) changed.push(old)
  return changed.map(({ x, y, w, h }) => ({ x: x - REACH, y: y - REACH, w: w + REACH * 2, h: h + REACH * 2 }))
}

function repaint(
  context: CanvasRenderingContext2D,
  paper: Paper,
  area: Area,
  pixels: number,
  notes: readonly PicturedNote[],
  changed: readonly Box[],
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.save()
  context.beginPath()
  const whole: Box[] = []
  for (const box of changed) {
    // Whole pixels: a seam would show where half ones are drawn over. And one more, as notes are laid on whole ones.
    const left = Math.floor((box.x - area.x) * pixels) - 1
    const top = Math.floor((box.y - area.y) * pixels) - 1
    const right = Math.ceil((box.x + box.w - area.x) * pixels) + 1
    const bottom = Math.ceil((box.y + box.h - area.y) * pixels) + 1
    context.rect(left, top, right - left, bottom - top)
    whole.push({
      x: left / pixels + area.x - REACH,
      y: top / pixels + area.y - REACH,
      w: (right - left) / pixels + REACH * 2,
      h: (bottom - top) / pixels + REACH * 2,
    })
  }
  context.clip()
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  for (const note of notes) {
    if (whole.some((box) => overlap(box, note))) paper.note(note, area, pixels)
  }
  context.restore()
}
