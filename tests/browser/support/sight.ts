import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { canvasOf } from './at-table.ts'

/** What is drawn on a canvas has no element to ask for: these look at the pixels, as an eye does. */

export interface Spot {
  /** In CSS pixels of the window. */
  left: number
  top: number
  width: number
  height: number
  /** How many CSS pixels have the colour. */
  pixels: number
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** So far may each of red, green and blue be off. */
const TOLERANCE = 12

/** Where a colour (`#rrggbb`) is to be seen within an area of the window; null where it is not. */
export async function spotOf(page: Page, colour: string, area: Area): Promise<Spot | null> {
  const png = await page.screenshot({ clip: area, scale: 'css' })
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  let [left, top, right, bottom, pixels] = [info.width, info.height, -1, -1, 0]
  for (let at = 0; at < data.length; at += 3) {
    if (wanted.some((part, channel) => Math.abs((data[at + channel] ?? 0) - part) > TOLERANCE)) continue
    const [x, y] = [(at / 3) % info.width, Math.floor(at / 3 / info.width)]
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
    pixels += 1
  }
  if (pixels === 0) return null
  return { left: area.x + left, top: area.y + top, width: right - left + 1, height: bottom - top + 1, pixels }
}

/** The part of the window that shows the board, without the tools at its foot. */
export async function boardArea(page: Page): Promise<Area> {
  return withoutFoot(await boxOf(canvasOf(page)))
}

const FOOT = 100
const withoutFoot = ({ height, ...area }: Area): Area => ({ ...area, height: height - FOOT })

export async function boxOf(thing: Locator): Promise<Area> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error(`${thing} is not to be seen`)
  return box
}
