import { RecordType, type SerializedSchema, StoreSchema } from '@tldraw/store'
import {
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  type TLRecord,
  type TLShape,
  type TLStore,
  type TLStoreProps,
} from '@tldraw/tlschema'
import { type CardShape, cardMigrations, cardProps } from './card.ts'
import { type Party, PartyRecordType, partyMigrations } from './party.ts'
import { type RegionShape, regionMigrations, regionProps } from './region.ts'
import { type Sentence, SentenceRecordType, sentenceMigrations } from './sentence.ts'
import { type SheetShape, sheetMigrations, sheetProps } from './sheet.ts'

/** All that can lie in a board's document. */
export type BoardRecord = TLRecord | Party | Sentence
export type BoardShape = RegionShape | SheetShape | CardShape

const base = createTLSchema({
  shapes: {
    ...defaultShapeSchemas,
    region: { props: regionProps, migrations: regionMigrations },
    sheet: { props: sheetProps, migrations: sheetMigrations },
    card: { props: cardProps, migrations: cardMigrations },
  },
  bindings: defaultBindingSchemas,
})

const options = {
  migrations: [...Object.values(base.migrations), partyMigrations, sentenceMigrations],
  // Internal in tldraw's types, yet its editor needs it: it makes the page, camera and instance records that are missing.
  createIntegrityChecker: (store: TLStore) =>
    (base as unknown as { createIntegrityChecker(store: TLStore): () => void }).createIntegrityChecker(store),
}

/**
 * A record type that knows the records it has found good. Records are never changed in place, so what came out of a document
 * need not be checked once more by the store that it is put into.
 */
function remembering<Type extends typeof base.types.shape>(type: Type): Type {
  const { typeName, createDefaultProperties, ephemeralKeys, scope, validator } = type
  const good = new WeakSet()
  return new RecordType(typeName, {
    createDefaultProperties,
    ephemeralKeys,
    scope,
    validator: {
      validate(record: unknown) {
        if (good.has(record as object)) return record as TLShape
        const checked = validator.validate(record)
        good.add(checked)
        return checked
      },
      validateUsingKnownGoodVersion: validator.validateUsingKnownGoodVersion?.bind(validator),
    },
  }) as unknown as Type
}

/**
 * tldraw's schema with our shapes and record types. The cast back to tldraw's own record union is for its store and
 * editor, which know nothing of our types and treat them as any other record.
 */
export const boardSchema = StoreSchema.create<TLRecord, TLStoreProps>(
  {
    ...base.types,
    shape: remembering(base.types.shape),
    party: PartyRecordType,
    sentence: SentenceRecordType,
  } as unknown as typeof base.types,
  options,
)

export const serializedSchema: SerializedSchema = boardSchema.serialize()

/** The record types that belong to the document; all others (camera, selection, presence) never leave a client. */
export const isDocumentRecordType = (typeName: string): boolean =>
  (boardSchema.types as Record<string, { scope: string } | undefined>)[typeName]?.scope === 'document'
