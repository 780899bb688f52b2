import { Pencil } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './shared-sentence.css'

interface SharedSentenceProps {
  label: string
  text: string
  /** Opens the sentence for writing; absent where the reader may not write. */
  onWrite?: () => void
}

/** The one sentence of a hub, banner or strip, with the way to write it. */
export function SharedSentence({ label, text, onWrite }: SharedSentenceProps) {
  const { t } = useTranslation('dossier')
  return (
    <div className="shared-sentence">
      <p dir="auto">{text === '' ? <span className="shared-sentence-none">{t('sentence.none')}</span> : text}</p>
      {onWrite && (
        <Button
          size="small"
          onClick={onWrite}
          aria-label={t(text === '' ? 'sentence.writeOf' : 'sentence.changeOf', { region: label })}
        >
          <Pencil size={16} strokeWidth={1.9} aria-hidden="true" />
          {text === '' ? t('sentence.write') : t('sentence.change')}
        </Button>
      )}
    </div>
  )
}
