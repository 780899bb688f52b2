import type { SignNames } from '../../shared/templates/drawing.ts'
import { Pictogram } from './Pictogram.tsx'
import { PLATE_ICONS } from './plate-icons.ts'
import { Sign, type SignProps } from './Sign.tsx'

type PlateIconProps = Omit<SignProps, 'glyph' | 'weight'> & SignNames

/** A sign that a template names, within a drawing: an icon in one colour, or a picture for residents. */
export function PlateIcon({ icon, pictogram, at, size, colour }: PlateIconProps) {
  if (pictogram) return <Pictogram pictogram={pictogram} icon={icon} at={at} size={size} />
  return <Sign glyph={PLATE_ICONS[icon]} at={at} size={size} colour={colour} />
}
