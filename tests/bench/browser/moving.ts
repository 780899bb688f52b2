import type { Page } from 'playwright-core'
import { framesOf } from './measures.ts'

export const MOVING_MS = 5_000
const STEP_MS = 16

/** The frames while the mouse is held down and goes round from a point: the tool `h` moves the board, `v` what lies there. */
export async function whileMoving(page: Page, tool: 'h' | 'v', from: { x: number; y: number }): Promise<number[]> {
  await page.keyboard.press(tool)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8)
  const measured = framesOf(page, MOVING_MS)
  let isOver = false
  measured.finally(() => {
    isOver = true
  })
  for (let step = 0; !isOver; step++) {
    const turn = step / 10
    await page.mouse.move(from.x + 60 * Math.sin(turn), from.y + 60 * (1 - Math.cos(turn)))
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
  await page.mouse.up()
  return await measured
}
