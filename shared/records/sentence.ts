import { type BaseRecord, createMigrationSequence, createRecordType, type RecordId } from '@tldraw/store'
import { idValidator, richTextValidator, type TLRichText, toRichText } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

/** One agreed sentence, such as the shared task. Every sheet of the scope that has the slot shows this one text. */
export interface Sentence extends BaseRecord<'sentence', RecordId<Sentence>> {
  scope: string
  slot: string
  richText: TLRichText
  meta: Record<string, unknown>
}
export type SentenceId = RecordId<Sentence>

export const SentenceRecordType = createRecordType<Sentence>('sentence', {
  scope: 'document',
  validator: T.model(
    'sentence',
    T.object({
      typeName: T.literal('sentence'),
      id: idValidator<SentenceId>('sentence'),
      scope: T.string,
      slot: T.string,
      richText: richTextValidator,
      meta: T.jsonValue as T.ObjectValidator<Record<string, unknown>>,
    }),
  ),
}).withDefaultProperties(() => ({ richText: toRichText(''), meta: {} }))

/** The server makes each sentence once, with the first sheet that shows it, so a name made of scope and slot is safe. */
export const sentenceId = (scope: string, slot: string): SentenceId => SentenceRecordType.createId(`${scope}.${slot}`)

export const sentenceMigrations = createMigrationSequence({
  sequenceId: 'opgavetafel.sentence',
  retroactive: true,
  sequence: [],
})
