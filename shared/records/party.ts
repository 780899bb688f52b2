import { type BaseRecord, createMigrationSequence, createRecordType, type RecordId } from '@tldraw/store'
import { idValidator } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

/** An organisation, group or resident that takes part. One record, however many cards show it. */
export interface Party extends BaseRecord<'party', RecordId<Party>> {
  name: string
  /** Key in the party palette, or `own`. A palette party left at its own name is shown in the reader's language. */
  kind: string
  /** Name of a Lucide icon. */
  icon: string
  /** Fixes colour and mark, see `parties/seats.ts`. */
  seat: number
  meta: Record<string, unknown>
}
export type PartyId = RecordId<Party>

export const PartyRecordType = createRecordType<Party>('party', {
  scope: 'document',
  validator: T.model(
    'party',
    T.object({
      typeName: T.literal('party'),
      id: idValidator<PartyId>('party'),
      name: T.string,
      kind: T.string,
      icon: T.string,
      seat: T.positiveInteger,
      meta: T.jsonValue as T.ObjectValidator<Record<string, unknown>>,
    }),
  ),
}).withDefaultProperties(() => ({ kind: 'own', meta: {} }))

export const partyMigrations = createMigrationSequence({
  sequenceId: 'opgavetafel.party',
  retroactive: true,
  sequence: [],
})
