import { lookOfSeat } from '../../../shared/parties/seats.ts'
import { MARK_PATHS } from '../../parties/mark-paths.ts'
import type { PersonLook } from './look-of-person.ts'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** In CSS pixels. The text is 600 and as large as here said; `mark` is the white disc with the party's mark in it. */
export interface PillSize {
  readonly height: number
  readonly font: number
  readonly mark: number
}

/** Before the disc, between it and the name, and behind the name. */
const START = 5
const GAP = 6
const END = 10
const WHITE = '#fff'

/** Where the mark of a size ends: as large in its disc as on notes and faces. */
const MARK_IN_DISC = 12 / 18

export function pillWidth(
  context: Context,
  { name, seat }: PersonLook,
  { font, mark }: PillSize,
  family: string,
): number {
  context.font = `600 ${font}px ${family}`
  const disc = seat === undefined ? 0 : mark
  const words = name === '' ? 0 : context.measureText(name).width
  return START + disc + (disc > 0 && words > 0 ? GAP : 0) + words + (words > 0 ? END : START)
}

/** A pill in somebody's colour, with the mark of the party and the name, its corner at (0, 0). */
export function drawPill(context: Context, look: PersonLook, size: PillSize, family: string): void {
  const { name, colour, seat } = look
  context.fillStyle = colour
  context.beginPath()
  context.roundRect(0, 0, pillWidth(context, look, size, family), size.height, size.height / 2)
  context.fill()
  let x = START
  if (seat !== undefined) {
    drawMark(context, seat, x + size.mark / 2, size.height / 2, size.mark)
    x += size.mark + GAP
  }
  context.fillStyle = WHITE
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.fillText(name, x, size.height / 2 + 1)
}

function drawMark(context: Context, seat: number, x: number, y: number, size: number): void {
  context.save()
  context.translate(x, y)
  context.fillStyle = WHITE
  context.beginPath()
  context.arc(0, 0, size / 2, 0, 2 * Math.PI)
  context.fill()
  const { colour, mark } = lookOfSeat(seat)
  const scale = (size * MARK_IN_DISC) / 20
  context.scale(scale, scale)
  context.fillStyle = colour
  context.fill(new Path2D(MARK_PATHS[mark]), 'evenodd')
  context.restore()
}
