import { useEffect, useState } from 'react'
import { useTranslation } from './i18n.ts'
import './spinner.css'

/** Waiting that lasts this long deserves an explanation, in ms. */
const LONG_MS = 8_000

interface SpinnerProps {
  label?: string
  /** The label says how much is in already: then nobody need be told that it takes long. */
  isComing?: boolean
}

/** A still outline for the first moment, then a turning ring, then a sentence that says it takes long. */
export function Spinner({ label, isComing = false }: SpinnerProps) {
  const { t, isReady } = useTranslation('common', { waits: false })
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="spinner" role="status">
      <svg width="112" height="112" viewBox="0 0 112 112" aria-hidden="true">
        <circle className="spinner-table" cx="56" cy="56" r="50" />
        <circle className="spinner-hub" cx="56" cy="56" r="18" />
        <circle className="spinner-ring" cx="56" cy="56" r="50" pathLength="100" />
      </svg>
      <p>{isReady && (isLong && !isComing ? t('loadingLong') : (label ?? t('loading')))}</p>
    </div>
  )
}
