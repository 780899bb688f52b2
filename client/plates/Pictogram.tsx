import { INK, WHITE } from '../../shared/templates/hues.ts'
import type { PictogramId } from '../../shared/templates/pictogram.ts'
import type { Point } from '../../shared/templates/polygon.ts'
import { usePictures } from './pictograms/pictures.ts'
import { PLATE_ICONS } from './plate-icons.ts'
import { Sign } from './Sign.tsx'

interface PictogramProps {
  pictogram: PictogramId
  /** What stands there until the picture has come. */
  icon: string
  /** Its centre, in the units of the drawing. */
  at: Point
  size: number
}

/** Of its size: the radius of its white tile. */
const RADIUS = 0.18
/** Of its size: the picture within the tile, which has some white round it already. */
const PICTURE = 0.92
const ICON = 0.62

/** A picture for residents on white, as its colours are made for that. It says what a word beside it says. */
export function Pictogram({ pictogram, icon, at, size }: PictogramProps) {
  const set = usePictures()
  const side = size * PICTURE
  return (
    <>
      <rect x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} rx={size * RADIUS} fill={WHITE} />
      {set ? (
        <svg
          data-pictogram={pictogram}
          x={at.x - side / 2}
          y={at.y - side / 2}
          width={side}
          height={side}
          viewBox={`0 0 ${set.size} ${set.size}`}
          aria-hidden="true"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own build's drawing, not a word of anybody.
          dangerouslySetInnerHTML={{ __html: set.pictures[pictogram] }}
        />
      ) : (
        <Sign glyph={PLATE_ICONS[icon]} at={at} size={size * ICON} colour={INK} />
      )}
    </>
  )
}
