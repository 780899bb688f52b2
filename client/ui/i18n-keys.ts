import type board from '../../shared/i18n/nl/board.json'
import type common from '../../shared/i18n/nl/common.json'
import type dossier from '../../shared/i18n/nl/dossier.json'
import type home from '../../shared/i18n/nl/home.json'
import type join from '../../shared/i18n/nl/join.json'
import type plates from '../../shared/i18n/nl/plates.json'
import type share from '../../shared/i18n/nl/share.json'

interface Files {
  board: typeof board
  common: typeof common
  dossier: typeof dossier
  home: typeof home
  join: typeof join
  plates: typeof plates
  share: typeof share
}
/** A file of texts; a page fetches those that it needs. */
export type Namespace = keyof Files

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutForm<Name> = Name extends `${infer Stem}_${PluralForm}` ? Stem : Name
type KeysIn<Group> = {
  [Name in keyof Group & string]: Group[Name] extends string ? WithoutForm<Name> : `${Name}.${KeysIn<Group[Name]>}`
}[keyof Group & string]

/** The name of a text within its file: `save.offline.body`. A plural has one key for all its forms. */
export type Key<N extends Namespace> = KeysIn<Files[N]>
