import { PLATE_ICONS } from './plate-icons.ts'
import { Sign, type SignProps } from './Sign.tsx'

/** An icon that a template names, within a drawing. */
export function PlateIcon({ icon, ...rest }: Omit<SignProps, 'glyph'> & { icon: string }) {
  return <Sign glyph={PLATE_ICONS[icon]} {...rest} />
}
