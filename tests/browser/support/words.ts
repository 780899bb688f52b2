import enBoard from '../../../shared/i18n/en/board.json' with { type: 'json' }
import enDossier from '../../../shared/i18n/en/dossier.json' with { type: 'json' }
import enHome from '../../../shared/i18n/en/home.json' with { type: 'json' }
import enJoin from '../../../shared/i18n/en/join.json' with { type: 'json' }
import enPlates from '../../../shared/i18n/en/plates.json' with { type: 'json' }
import enShare from '../../../shared/i18n/en/share.json' with { type: 'json' }
import nlBoard from '../../../shared/i18n/nl/board.json' with { type: 'json' }
import nlDossier from '../../../shared/i18n/nl/dossier.json' with { type: 'json' }
import nlHome from '../../../shared/i18n/nl/home.json' with { type: 'json' }
import nlJoin from '../../../shared/i18n/nl/join.json' with { type: 'json' }
import nlPlates from '../../../shared/i18n/nl/plates.json' with { type: 'json' }
import nlShare from '../../../shared/i18n/nl/share.json' with { type: 'json' }

/** What stands on the pages, for tests that walk them in more than one language. */
export const WORDS = {
  nl: { board: nlBoard, dossier: nlDossier, home: nlHome, join: nlJoin, plates: nlPlates, share: nlShare },
  en: { board: enBoard, dossier: enDossier, home: enHome, join: enJoin, plates: enPlates, share: enShare },
}
