import 'i18next'
import type board from '../../shared/i18n/nl/board.json'
import type common from '../../shared/i18n/nl/common.json'
import type dossier from '../../shared/i18n/nl/dossier.json'
import type home from '../../shared/i18n/nl/home.json'
import type join from '../../shared/i18n/nl/join.json'
import type share from '../../shared/i18n/nl/share.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      board: typeof board
      common: typeof common
      dossier: typeof dossier
      home: typeof home
      join: typeof join
      share: typeof share
    }
  }
}
