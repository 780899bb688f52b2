import type { TextStyle } from './fit-text.ts'
import { INK } from './hues.ts'

/** The few ways in which text stands on a plate. */
export const heading = (colour: string, size = 42, maxWidth = 560): TextStyle => ({
  sizes: [size, 38, 34],
  weight: 800,
  line: 1.1,
  colour,
  maxWidth,
  maxLines: 1,
})

export const question = (maxWidth = 440, size = 25): TextStyle => ({
  sizes: [size, 23],
  weight: 500,
  line: 1.24,
  colour: INK,
  maxWidth,
  maxLines: 2,
})

export const ringWord = (colour: string): TextStyle => ({
  sizes: [29, 26],
  weight: 700,
  line: 1.2,
  colour,
  maxWidth: 230,
  maxLines: 2,
})
