import type { FoundFault } from '../../../shared/templates/drawing-faults.ts'
import { useTranslation } from '../../ui/i18n.ts'
import type { FileFault } from './plate-file.ts'

/** More than these are not read. */
const MOST = 6

/** What is wrong with the drawing of a plate, in plain words. */
export function DrawingFaults({ faults }: { faults: readonly FoundFault[] }) {
  const { t, language } = useTranslation('plates')
  const words = faults.map(({ fault, names }) =>
    t(`faults.${fault}`, { names: names.map((name) => `“${name[language]}”`).join(', ') }),
  )
  return <Words words={words} />
}

/** What is wrong with a file, each with its place in it. */
export function FileFaults({ faults }: { faults: readonly FileFault[] }) {
  const { t } = useTranslation('plates')
  const words = faults.map(({ what, place, expected = 'other', most = 0, least = 0 }) =>
    t(`file.${what}`, { place: place || t('file.whole'), expected: t(`file.expected.${expected}`), most, least }),
  )
  return <Words words={words} />
}

function Words({ words }: { words: readonly string[] }) {
  const { t } = useTranslation('plates')
  const rest = words.length - MOST
  return (
    <ul className="own-faults">
      {[...new Set(words)].slice(0, MOST).map((each) => (
        <li key={each} dir="auto">
          {each}
        </li>
      ))}
      {rest > 0 && <li>{t('file.more', { count: rest })}</li>}
    </ul>
  )
}
