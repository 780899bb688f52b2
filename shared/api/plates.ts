import * as z from 'zod/mini'
import { OwnTemplateSchema } from '../templates/own.ts'
import { Bilingual } from './dossier.ts'
import type { Route } from './route.ts'

// Apart from the other routes, so that pages which know no plates do not load what plates are checked with.

/** `own` is set for plates that people made here. */
const ListedTemplateSchema = z.looseObject({ id: z.string(), title: Bilingual, own: z.optional(z.literal(true)) })

export const readTemplates = {
  method: 'get',
  path: '/api/v1/templates',
  summary:
    'The plates; with a seat at any table of this server also those that people made here, marked `own`, and with `?own=true` those alone',
  needs: null,
  status: 200,
  answer: z.array(ListedTemplateSchema),
} as const satisfies Route

export const readTemplate = {
  method: 'get',
  path: '/api/v1/templates/:template',
  summary: 'One plate, also one that was taken off the list but may still lie on tables',
  needs: null,
  status: 200,
  answer: ListedTemplateSchema,
} as const satisfies Route

export const addTemplate = {
  method: 'post',
  path: '/api/v1/templates',
  summary: 'Keep a plate of your own for all tables of this server; it gets the next free number',
  needs: 'plates.keep',
  body: OwnTemplateSchema,
  bodyBytes: 256 * 1024,
  status: 201,
  answer: ListedTemplateSchema,
} as const satisfies Route

export const removeTemplate = {
  method: 'delete',
  path: '/api/v1/templates/:template',
  summary: 'Take an own plate off the list; tables on which it lies keep it',
  needs: 'plates.keep',
  status: 204,
} as const satisfies Route
