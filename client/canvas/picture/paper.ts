import type { TLNoteShape, TLRichText } from 'tldraw'
import { lookOfSeat } from '../../../shared/parties/seats.ts'
import { NOTE_MAX_LINES, NOTE_SIZE, NOTE_TEXT } from '../../../shared/records/note.ts'
import { plainText } from '../../../shared/records/plain-text.ts'
import { KIND_PATHS, KIND_STROKE } from '../../notes/kind-paths.ts'
import { MARK_PATHS } from '../../parties/mark-paths.ts'
import { textNow } from '../../ui/i18n.ts'
import { KIND_WORD_ZOOM } from '../shapes/kind-word.ts'
import type { PicturedNote } from './pictured.ts'
import { type Look, type TextLine, textLines } from './text-lines.ts'

/** The paper of `note-paper.css`, in units of a note of scale 1. */
const PAPER = '#fff3bf'
const EDGE = '#a8913a'
const INK = '#17203a'
const LINK = '#1b4b8a'
const MARKED = '#fddd00'
const SHADOW = 'rgb(23 32 58 / 10%)'
const RADIUS = 7
const LINE = 1.5
const DROP = 3
const MARK = { size: 20, inset: 11 }
/** The sign and the word of a kind, and their grid. */
const KIND = { sign: 19, grid: 24, word: 16, gap: 6, colour: '#4a5370' }
/** How far a note reaches beyond its box. */
export const REACH = DROP + 1

/** Corners that are smaller on the canvas than this (px) are not seen to be round. */
const ROUND_FROM = 1
/** Lines fainter than this are not seen. */
const SEEN_FROM = 0.2
/** Letters smaller than this (px) are not told from a grey line. */
const LETTERS_FROM = 1.4
/** A sign smaller than this (px) is not told from a grey spot. */
const SIGN_FROM = 4
const GREY = 'rgb(23 32 58 / 60%)'
const GREY_HEIGHT = 11
const LETTER_WIDTH = 9.6

const TEXT_WIDTH = NOTE_SIZE.w - NOTE_TEXT.padding * 2

/** Draws notes on a canvas as the paper that they are: rounded to whole pixels, and from afar without what is not seen. */
export function createPaper(context: CanvasRenderingContext2D, family: string) {
  const widths = new Map<string, Map<string, number>>()
  const lines = new WeakMap<object, TextLine[]>()
  const fontOf = ({ size, bold, italic }: Look) =>
    `${italic ? 'italic ' : ''}${bold ? 700 : NOTE_TEXT.weight} ${size}px ${family}`
  context.font = fontOf({ ...PLAIN, size: NOTE_TEXT.size })
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x')
  /** Of the baseline, from the top of a line, in parts of the text's size. */
  const baseline = (NOTE_TEXT.line + ascent - descent) / 2 / NOTE_TEXT.size

  function widthOf(text: string, look: Look): number {
    const font = fontOf(look)
    const known = widths.get(font) ?? new Map<string, number>()
    widths.set(font, known)
    let width = known.get(text)
    if (width === undefined) {
      context.font = font
      width = context.measureText(text).width
      known.set(text, width)
    }
    return width
  }

  function linesOf(richText: TLRichText): TextLine[] {
    const known = lines.get(richText)
    if (known) return known
    const set = textLines(richText, {
      width: TEXT_WIDTH,
      size: NOTE_TEXT.size,
      leading: NOTE_TEXT.line / NOTE_TEXT.size,
      mostLines: NOTE_MAX_LINES,
      widthOf,
    })
    lines.set(richText, set)
    return set
  }

  /** In units of a note of scale 1, from its corner. */
  function paper(w: number, h: number): void {
    const box = (inset: number, dy: number, colour: string) => {
      context.beginPath()
      context.roundRect(inset, inset + dy, w - inset * 2, h - inset * 2, RADIUS - inset)
      context.fillStyle = colour
      context.fill()
    }
    box(0, DROP, SHADOW)
    box(0, 0, EDGE)
    box(LINE, 0, PAPER)
  }

  /** In whole pixels of the canvas: seen from afar, half ones would blur all. */
  function smallPaper(x: number, y: number, w: number, h: number, unit: number): void {
    if (DROP * unit >= SEEN_FROM) {
      context.fillStyle = SHADOW
      context.fillRect(x, y + h, w, DROP * unit)
    }
    context.fillStyle = PAPER
    context.fillRect(x, y, w, h)
    const line = LINE * unit
    if (line < SEEN_FROM) return
    context.globalAlpha = Math.min(1, line)
    context.strokeStyle = EDGE
    context.lineWidth = 1
    context.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1)
    context.globalAlpha = 1
  }

  /** What is too small to read, without setting it in lines: with thousands in sight that would take long. */
  function greyLines({ growY, richText }: TLNoteShape['props']): void {
    const width = lettersIn(richText) * LETTER_WIDTH
    const count = Math.min(NOTE_MAX_LINES, 1 + Math.floor(growY / NOTE_TEXT.line))
    context.fillStyle = GREY
    for (let line = 0; line < count; line++) {
      const rest = Math.min(TEXT_WIDTH, width - line * TEXT_WIDTH * 0.8)
      const top = NOTE_TEXT.padding + line * NOTE_TEXT.line + (NOTE_TEXT.line - GREY_HEIGHT) / 2
      if (rest > 0) context.fillRect(NOTE_TEXT.padding, top, rest, GREY_HEIGHT)
    }
  }

  function letters(lines: readonly TextLine[]): void {
    for (const { stretches, isRightToLeft, indent, bullet, size, y } of lines) {
      const base = NOTE_TEXT.padding + y + size * baseline
      context.direction = isRightToLeft ? 'rtl' : 'ltr'
      context.textAlign = 'start'
      const start = isRightToLeft ? NOTE_SIZE.w - NOTE_TEXT.padding - indent : NOTE_TEXT.padding + indent
      const way = isRightToLeft ? -1 : 1
      if (bullet !== '') {
        context.font = fontOf({ ...PLAIN, size })
        context.fillStyle = INK
        context.textAlign = 'end'
        context.fillText(bullet, start - way * size * 0.4, base)
        context.textAlign = 'start'
      }
      for (const { text, look, at, width } of stretches) {
        const x = start + way * at
        const left = isRightToLeft ? x - width : x
        if (look.marked) {
          context.fillStyle = MARKED
          context.fillRect(left, NOTE_TEXT.padding + y + 2, width, size)
        }
        context.font = fontOf(look)
        context.fillStyle = look.link ? LINK : INK
        context.fillText(text, x, base)
        if (look.under) context.fillRect(left, base + size * 0.1, width, size * 0.06)
        if (look.struck) context.fillRect(left, base - size * 0.3, width, size * 0.06)
      }
    }
  }

  function mark(seat: number, w: number, h: number): void {
    const { colour, mark: kind } = lookOfSeat(seat)
    context.save()
    const fromCorner = MARK.inset + MARK.size / 2
    context.translate(w - fromCorner, h - fromCorner)
    context.fillStyle = colour
    context.fill(pathOf(MARK_PATHS[kind]), 'evenodd')
    context.restore()
  }

  /** The foot of a note on the side where reading begins; `unit` is a unit's size on the canvas in pixels. */
  function kindMark(kind: PicturedNote['kind'], h: number, unit: number, hasWord: boolean): void {
    if (kind === 'note') return
    const middle = h - MARK.inset - MARK.size / 2
    context.save()
    if (KIND.sign * unit < SIGN_FROM) {
      context.globalAlpha = 0.4
      context.fillStyle = INK
      const size = KIND.sign * 0.7
      context.fillRect(MARK.inset + (KIND.sign - size) / 2, middle - size / 2, size, size)
    } else {
      context.translate(MARK.inset, middle - KIND.sign / 2)
      context.scale(KIND.sign / KIND.grid, KIND.sign / KIND.grid)
      context.strokeStyle = INK
      context.lineWidth = KIND_STROKE
      context.lineCap = 'round'
      context.lineJoin = 'round'
      context.stroke(pathOf(KIND_PATHS[kind]))
    }
    context.restore()
    if (!hasWord) return
    context.font = `600 ${KIND.word}px ${family}`
    context.fillStyle = KIND.colour
    context.direction = 'ltr'
    context.textAlign = 'start'
    const base = middle + (KIND.word * (ascent - descent)) / NOTE_TEXT.size / 2
    context.fillText(textNow('board', `kind.${kind}`), MARK.inset + KIND.sign + KIND.gap, base)
  }

  return {
    /** `pixels` is how many pixels of the canvas a unit of the page takes; `from` is the page's point at its corner. */
    note(note: PicturedNote, from: { x: number; y: number; zoom: number }, pixels: number): void {
      const { props } = note.shape
      const unit = pixels * props.scale
      const left = Math.round((note.x - from.x) * pixels)
      const top = Math.round((note.y - from.y) * pixels)
      const isReadable = NOTE_TEXT.size * unit >= LETTERS_FROM
      const lines = isReadable ? linesOf(props.richText) : []
      const last = lines.at(-1)
      const w = note.w / props.scale
      // A text that outgrew its record still lies on paper.
      const h = Math.max(note.h / props.scale, last ? NOTE_SIZE.h - NOTE_TEXT.line + last.y + last.height : 0)
      const isSmall = RADIUS * unit < ROUND_FROM
      if (isSmall) {
        context.setTransform(1, 0, 0, 1, 0, 0)
        smallPaper(left, top, Math.round(w * unit), Math.round(h * unit), unit)
      }
      context.setTransform(unit, 0, 0, unit, left, top)
      if (!isSmall) paper(w, h)
      if (isReadable) letters(lines)
      else greyLines(props)
      kindMark(note.kind, h, unit, from.zoom >= KIND_WORD_ZOOM)
      if (note.seat !== undefined) mark(note.seat, w, h)
    },
  }
}

export type Paper = ReturnType<typeof createPaper>

const PLAIN: Look = {
  size: 1,
  bold: false,
  italic: false,
  under: false,
  struck: false,
  marked: false,
  link: false,
}

const lengths = new WeakMap<TLRichText, number>()

function lettersIn(richText: TLRichText): number {
  const known = lengths.get(richText)
  if (known !== undefined) return known
  const { length } = plainText(richText)
  lengths.set(richText, length)
  return length
}

const paths = new Map<string, Path2D>()

function pathOf(data: string): Path2D {
  const known = paths.get(data)
  if (known) return known
  const path = new Path2D(data)
  paths.set(data, path)
  return path
}
