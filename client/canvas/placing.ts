import { Box, type Editor, type TLShape, type TLShapeId, type VecLike } from 'tldraw'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { NOTE_SIZE, noteGrowth } from '../../shared/records/note.ts'
import { isSentenceRegion, type RegionShape } from '../../shared/records/region.ts'
import type { SheetShape } from '../../shared/records/sheet.ts'
import { freePlace, type Search, wholePlace } from '../../shared/templates/free-place.ts'
import type { Box as Placed, Point } from '../../shared/templates/polygon.ts'
import { wordBoxes } from '../../shared/templates/text-layout.ts'
import { figureOfSheet } from './figure-of-sheet.ts'
import { isRegion, isSheet } from './plate-parts.ts'
import { lookOfRegion } from './region-look.ts'

/** How far from the middle of the view a loose thing is laid at most, in canvas units. */
const REACH = 800

/** What is laid to be read; ink drawn over a plate may be covered. */
const LAID = new Set<string>(['note', 'card', 'image', 'text', 'geo'])

interface Size {
  w: number
  h: number
}

/** A free place for something of this size, as its corner on the page: in the region, or else where the user looks. */
export function placeFor(editor: Editor, size: Size, regionId?: string): Point {
  const { room, taken, words } = surroundings(editor, [size], regionId)
  const grows = size.h === NOTE_SIZE.h ? noteGrowth(2) : 0
  return freePlace({ ...room, size, grows, taken, words })
}

/** Round what is printed, in canvas units. */
const PRINTED_WHITE = 6

/** Places in a region for what is only printed there, beside each other; null where there is no room for it. */
export function printedPlaces(editor: Editor, sizes: readonly Size[], regionId: string): (Point | null)[] {
  const { room, taken, words } = surroundings(editor, sizes, regionId)
  const laid: Placed[] = []
  return sizes.map((size) => {
    const place = wholePlace({ ...room, size, grows: 0, taken: [...taken, ...laid], words }, PRINTED_WHITE)
    if (!place) return null
    laid.push({ ...place, ...size })
    return place
  })
}

/** The room that things of these sizes have, with what lies in it and stands there to be read. */
function surroundings(editor: Editor, sizes: readonly Size[], regionId?: string) {
  const shapes = editor.getCurrentPageShapesSorted()
  const room = roomFor(editor, shapes, regionId)
  const near = boundsOfOutline(room.outline).expandBy(Math.max(...sizes.map(({ w, h }) => Math.max(w, h))))
  const boundsIn = (shape: TLShape) => {
    const bounds = editor.getShapePageBounds(shape)
    return bounds && near.collides(bounds) ? [bounds] : []
  }
  const sheets = shapes.filter(isSheet).filter((sheet) => boundsIn(sheet).length > 0)
  return {
    room,
    taken: shapes.filter(({ type }) => LAID.has(type)).flatMap(boundsIn),
    words: sheets.flatMap((sheet) => wordsOn(editor, sheet)),
  }
}

const boundsOfOutline = (outline: readonly number[]): Box =>
  Box.FromPoints(
    Array.from({ length: outline.length / 2 }, (_, at) => ({ x: outline[2 * at] ?? 0, y: outline[2 * at + 1] ?? 0 })),
  )

type Where = Pick<Search, 'outline' | 'except' | 'others' | 'from'>

function roomFor(editor: Editor, shapes: readonly TLShape[], regionId: string | undefined): Where {
  const regions = shapes.filter(isRegion)
  const region = regions.find(({ id }) => id === regionId)
  const outline = (shape: RegionShape) => pageOutline(editor, shape)
  // A shared sentence is read by all: nothing is laid on it that was not meant for it.
  const sentences = regions.filter(({ id, props }) => isSentenceRegion(props.kind) && id !== regionId)
  if (region) {
    const siblings = regions.filter(({ id, parentId }) => parentId === region.parentId && id !== region.id)
    const takesAway = siblings.filter(({ props }) => region.props.except.includes(props.key))
    const from = invitationIn(editor, region)
    return {
      outline: outline(region),
      except: [...takesAway, ...sentences].map(outline),
      others: siblings.map(outline),
      ...(from && { from }),
    }
  }
  const view = editor.getViewportPageBounds()
  const near = Box.FromCenter(view.center, { x: Math.min(view.w, REACH * 2), y: Math.min(view.h, REACH * 2) })
  return {
    outline: near.corners.flatMap(({ x, y }) => [x, y]),
    except: [...sentences.map(outline), ...shapes.filter(isSheet).flatMap((sheet) => closedOn(editor, sheet))],
    from: view.center,
  }
}

/** Where the plate asks for the first card; the others come round it. */
function invitationIn(editor: Editor, region: RegionShape): VecLike | undefined {
  const invitation = lookOfRegion(editor, region)?.invitation
  return invitation && editor.getShapePageTransform(region.parentId as TLShapeId).applyToPoint(invitation)
}

function closedOn(editor: Editor, sheet: SheetShape): number[][] {
  const closed = figureOfSheet(editor, sheet)?.closed
  if (!closed) return []
  const place = editor.getShapePageTransform(sheet.id)
  return [place.applyToPoints([...closed]).flatMap(({ x, y }) => [x, y])]
}

/** In every language: others at the table may read the plate in another one. */
function wordsOn(editor: Editor, sheet: SheetShape): Placed[] {
  const figure = figureOfSheet(editor, sheet)
  if (!figure) return []
  const place = editor.getShapePageTransform(sheet.id)
  return LocaleSchema.options
    .flatMap((locale) => wordBoxes(figure, locale))
    .map(({ x, y, w, h }) => Box.FromPoints(place.applyToPoints(new Box(x, y, w, h).corners)))
}

function pageOutline(editor: Editor, { id, props: { outline } }: RegionShape): number[] {
  const points = Array.from({ length: outline.length / 2 }, (_, at) => ({
    x: outline[at * 2] ?? 0,
    y: outline[at * 2 + 1] ?? 0,
  }))
  return editor
    .getShapePageTransform(id)
    .applyToPoints(points)
    .flatMap(({ x, y }) => [x, y])
}
