import * as z from 'zod/mini'
import { Problem } from './problems.ts'

interface Part {
  schema: z.ZodMiniType
  value: unknown
}

/**
 * Parses the parts of a request. Throws one `invalid-input` that names every field that is wrong, whichever part it is
 * in. Details never repeat a value that was sent.
 */
export function parseParts<Parts extends Record<string, Part>>(
  parts: Parts,
): { [Name in keyof Parts]: z.output<Parts[Name]['schema']> } {
  const fields: { field: string; detail: string }[] = []
  const parsed: Record<string, unknown> = {}
  for (const [name, { schema, value }] of Object.entries(parts)) {
    const result = z.safeParse(schema, value)
    if (result.success) parsed[name] = result.data
    else for (const issue of result.error.issues) fields.push(...fieldErrors(issue))
  }
  if (fields.length > 0) throw new Problem('invalid-input', { fields })
  return parsed as { [Name in keyof Parts]: z.output<Parts[Name]['schema']> }
}

function fieldErrors(issue: z.core.$ZodIssue): { field: string; detail: string }[] {
  const at = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: at === '' ? key : `${at}.${key}`, detail: 'This field is not known.' }))
  }
  return [{ field: at, detail: detailOf(issue) }]
}

/** Our own checks say themselves what is wrong. */
function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && issue.message !== '') return issue.message
  if (issue.code === 'too_big') return `${DETAILS.too_big} At most ${issue.maximum}.`
  return DETAILS[issue.code] ?? 'This value is not valid.'
}

const DETAILS: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'This value is missing or of the wrong type.',
  too_small: 'This value is too short or too small.',
  too_big: 'This value is too long or too large.',
  invalid_format: 'This value does not have the right form.',
  invalid_value: 'This value is not one of those allowed.',
  invalid_union: 'None of the allowed forms fits.',
}
