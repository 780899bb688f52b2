import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Locale, LocaleSchema } from '../../shared/api/boards.ts'

const STORED_AS = 'opgavetafel.language'
const DEFAULT: Locale = 'nl'

// The canvas brings its own words along with itself.
const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../../shared/i18n/*/*.json',
  '!../../shared/i18n/*/tldraw.json',
])

/** The language chosen on this device; Dutch until somebody chooses. Storage may be forbidden: then nothing is kept. */
function storedLanguage(): Locale {
  try {
    const stored = LocaleSchema.safeParse(localStorage.getItem(STORED_AS))
    return stored.success ? stored.data : DEFAULT
  } catch {
    return DEFAULT
  }
}

function keep(language: string) {
  document.documentElement.lang = language
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // The choice then holds for this visit.
  }
}

async function read(language: string, namespace: string) {
  const load = files[`../../shared/i18n/${language}/${namespace}.json`]
  if (!load) throw new Error(`No texts for ${language}/${namespace}`)
  return (await load()).default
}

/** Starts translation; each namespace is fetched when the first page needs it, in the chosen language only. */
export async function startI18n(): Promise<void> {
  const language = storedLanguage()
  document.documentElement.lang = language
  i18next.on('languageChanged', keep)
  await i18next
    .use(initReactI18next)
    .use({
      type: 'backend',
      read: (
        language: string,
        namespace: string,
        done: (error: unknown, texts: Record<string, unknown> | false) => void,
      ) => {
        read(language, namespace).then(
          (texts) => done(null, texts),
          (error: unknown) => done(error, false),
        )
      },
    })
    .init({
      lng: language,
      supportedLngs: LocaleSchema.options,
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    })
}
