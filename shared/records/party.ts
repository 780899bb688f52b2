import {
  type BaseRecord,
  createMigrationIds,
  createMigrationSequence,
  createRecordType,
  type RecordId,
} from '@tldraw/store'
import { idValidator } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { isTrio, LEVELS, type Level, TRIO, type TrioRole } from './party-parts.ts'

/** An organisation, group or resident that takes part. One record, however many cards show it. */
export interface Party extends BaseRecord<'party', RecordId<Party>> {
  name: string
  /** Key in the party palette, or `own`. A palette party left at its own name is shown in the reader's language. */
  kind: string
  /** Name of a Lucide icon. */
  icon: string
  /** Fixes colour and mark, see `parties/seats.ts`. */
  seat: number
  /** On which levels it takes part. */
  levels: Level[]
  /** Whether those at the table may decide for it; null as long as nobody has said so. */
  mandate: boolean | null
  /** Which of the trio it is here, whatever it is called. */
  trio: TrioRole | null
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
      levels: T.arrayOf(T.literalEnum(...LEVELS)),
      mandate: T.boolean.nullable(),
      trio: T.literalEnum(...TRIO).nullable(),
      meta: T.jsonValue as T.ObjectValidator<Record<string, unknown>>,
    }),
  ),
}).withDefaultProperties(() => ({ kind: 'own', levels: [], mandate: null, trio: null, meta: {} }))

const versions = createMigrationIds('opgavetafel.party', { AddLevelsMandateTrio: 1 })

export const partyMigrations = createMigrationSequence({
  sequenceId: 'opgavetafel.party',
  retroactive: true,
  sequence: [
    {
      id: versions.AddLevelsMandateTrio,
      scope: 'record',
      filter: ({ typeName }) => typeName === 'party',
      up(record) {
        const party = record as unknown as Partial<Party>
        party.levels ??= []
        party.mandate ??= null
        party.trio ??= party.kind !== undefined && isTrio(party.kind) ? party.kind : null
      },
    },
  ],
})
