import { loadSample, type SampleContent } from '../../server/sample/content.ts'
import { laySample } from '../../server/sample/lay-sample.ts'
import type { Locale } from '../../shared/api/boards.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { allTemplates } from './templates.ts'

const templates = new Map(allTemplates().map((template) => [template.id, template]))

export const templateOf = (id: string): Template | undefined => templates.get(id)

/** The sample table in one language, with the content that it was made from. */
export async function theSample(locale: Locale): Promise<{ content: SampleContent; records: BoardRecord[] }> {
  const content = await loadSample()
  return { content, records: await laySample({ content, templateOf, locale }) }
}
