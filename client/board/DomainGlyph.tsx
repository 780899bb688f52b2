import { DOMAINS, type Domain } from '../../shared/records/domains.ts'
import { useTranslation } from '../ui/i18n.ts'

/** Places as on the three-domain plate; colours are those of its lobes, which mean something and are in no theme. */
const CIRCLES: Record<Domain, { cx: number; cy: number; colour: string }> = {
  institutioneel: { cx: 10, cy: 10, colour: '#5c6a94' },
  casus: { cx: 22, cy: 10, colour: '#b64a7c' },
  leefomgeving: { cx: 16, cy: 20, colour: '#5b802a' },
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
        const { cx, cy, colour } = CIRCLES[domain]
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
