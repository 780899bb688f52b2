import type { Editor } from 'tldraw'
import { plainText } from '../../../shared/records/plain-text.ts'
import { type Sentence, sentenceId } from '../../../shared/records/sentence.ts'

/** The words of a shared sentence; empty where there is none yet. Tracked: who reads it hears of changes. */
export function sentenceOf(editor: Editor, scope: string, slot: string): string {
  const record = editor.store.get(sentenceId(scope, slot) as never) as Sentence | undefined
  return record ? plainText(record.richText) : ''
}
