import * as z from 'zod/mini'
import { type DrawingFault, drawingFaults } from './drawing-faults.ts'
import { isOwn, OWN_PREFIX } from './own-id.ts'
import { TemplateSchema } from './schema.ts'

const SENTENCES: Readonly<Record<DrawingFault, string>> = {
  outside: 'This lies outside the part of the paper between head and foot.',
  overlap: 'This region lies on another one.',
  words: 'These words lie on a region or on other words, or have no room.',
  keys: 'Two regions have the same key.',
  tiny: 'A region is too small for a note, or lies outside the paper.',
  form: 'This figure cannot be drawn.',
}

/** A plate that people made: as those of our own build, and able to be drawn whoever wrote it. */
export const OwnTemplateSchema = TemplateSchema.check(
  z.refine(isOwn, { path: ['id'], error: `The id of an own plate begins with ${OWN_PREFIX} and some letters.` }),
  z.refine(({ number }) => number.startsWith('E'), { path: ['number'], error: 'An own plate has a number like E01.' }),
  ({ value, issues }) => {
    for (const { fault, path } of drawingFaults(value)) {
      issues.push({ code: 'custom', path: [...path], message: SENTENCES[fault], input: value })
    }
  },
)
