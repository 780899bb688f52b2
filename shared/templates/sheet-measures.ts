import type { Box } from './polygon.ts'

/** Measures of the paper, in canvas units: 1 unit is 1 point on A1, landscape. */
export const SHEET = { w: 2384, h: 1684 } as const

/** Where figures may lie: between the head and the foot, within the margins. */
export const CONTENT: Box = { x: 56, y: 172, w: 2272, h: 1434 }

export const CENTRE = { x: CONTENT.x + CONTENT.w / 2, y: CONTENT.y + CONTENT.h / 2 } as const

export const CONTENT_END = { x: CONTENT.x + CONTENT.w, y: CONTENT.y + CONTENT.h } as const
