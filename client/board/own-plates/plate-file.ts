import type * as z from 'zod/mini'
import { parseJson } from '../../../shared/parse-json.ts'
import { drawingFaults, type FoundFault } from '../../../shared/templates/drawing-faults.ts'
import { isOwn } from '../../../shared/templates/own-id.ts'
import { OWN_PLATES } from '../../../shared/templates/own-limits.ts'
import { type Template, TemplateSchema } from '../../../shared/templates/schema.ts'

/** One thing that is wrong with a file: a text of `plates:file`, and what fills its gaps. `place` is a path in the plate. */
export interface FileFault {
  readonly what: 'big' | 'json' | 'built' | 'missing' | 'key' | 'long' | 'short' | 'format' | 'other'
  readonly place?: string
  readonly expected?: Expected
  readonly most?: number
  readonly least?: number
}

const EXPECTED = ['object', 'array', 'tuple', 'string', 'number', 'boolean'] as const
type Expected = (typeof EXPECTED)[number] | 'other'

export type ReadFile =
  | { readonly template: Template }
  | { readonly faults: readonly FileFault[] }
  | { readonly drawing: readonly FoundFault[] }

/** Reads a plate from a file that anybody may have written. */
export async function readPlateFile(file: Blob): Promise<ReadFile> {
  // White space is not of the plate: it may weigh twice as much as what the server takes.
  if (file.size > 2 * OWN_PLATES.bytes) return { faults: [{ what: 'big' }] }
  const json = parseJson(await file.text())
  if (json === undefined) return { faults: [{ what: 'json' }] }
  const { data, error } = TemplateSchema.safeParse(json)
  if (error) return { faults: error.issues.flatMap(faultsOf) }
  if (!isOwn(data) || !data.number.startsWith('E')) return { faults: [{ what: 'built' }] }
  const drawing = drawingFaults(data)
  return drawing.length > 0 ? { drawing } : { template: data }
}

/** The plate as a file of the same form as those of `templates/`. */
export function savePlateFile(template: Template): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(template, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${template.id}.json`
  link.click()
  URL.revokeObjectURL(url)
}

function faultsOf(issue: z.core.$ZodIssue): FileFault[] {
  const place = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ what: 'key', place: place === '' ? key : `${place}.${key}` }))
    case 'invalid_type':
      return [{ what: 'missing', place, expected: EXPECTED.find((each) => each === issue.expected) ?? 'other' }]
    case 'too_big':
      return [{ what: 'long', place, most: Number(issue.maximum) }]
    case 'too_small':
      return [{ what: 'short', place, least: Number(issue.minimum) }]
    case 'invalid_format':
      return [{ what: 'format', place }]
    default:
      return [{ what: 'other', place }]
  }
}
