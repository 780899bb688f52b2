import { DOMAINS, type Domain } from '../../shared/records/domains.ts'
import { TONES } from '../../shared/templates/hues.ts'
import { useTranslation } from '../ui/i18n.ts'

/** Places and hues are those of the lobes on the three-domain plate. */
const CENTRES: Record<Domain, { cx: number; cy: number }> = {
  institutioneel: { cx: 10, cy: 10 },
  casus: { cx: 22, cy: 10 },
  leefomgeving: { cx: 16, cy: 20 },
}
const RADIUS = 8

/** The domains in which a party stands, as three circles; a filled one is a domain where it takes part. */
export function DomainGlyph({ domains }: { domains: readonly Domain[] }) {
  const { t } = useTranslation('dossier')
  const words = domains.map((domain) => t(`domain.${domain}`))
  return (
    <svg
      className="domain-glyph"
      width="34"
      height="32"
      viewBox="0 0 32 30"
      role="img"
      aria-label={words.length > 0 ? words.join(', ') : t('domain.none')}
    >
      {DOMAINS.map((domain) => {
        const { cx, cy } = CENTRES[domain]
        const { alt: colour } = TONES[domain]
        const present = domains.includes(domain)
        return (
          <circle
            key={domain}
            cx={cx}
            cy={cy}
            r={RADIUS}
            fill={present ? colour : 'none'}
            fillOpacity={0.88}
            stroke={colour}
            strokeWidth={1.6}
          />
        )
      })}
    </svg>
  )
}
