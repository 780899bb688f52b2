import type { Cover } from '../../shared/templates/cover.ts'
import { INK, mix, tonesOf, WHITE } from '../../shared/templates/hues.ts'
import { curve } from '../../shared/templates/superellipse.ts'
import { outlinePath } from './svg-path.ts'

const MIDDLE = { cx: 108, cy: 80 }
const HUB = outlinePath(curve({ ...MIDDLE, rx: 25, ry: 17 }))
const EDGES = [
  { ...MIDDLE, rx: 104, ry: 76 },
  { ...MIDDLE, rx: 79, ry: 56 },
  { ...MIDDLE, rx: 50, ry: 35 },
].map((edge) => outlinePath(curve(edge)))

/** A few parties at the table, each with its own sign. */
const MARKS = [
  { d: 'M74 63a7 7 0 1 0 0.01 0Z', fill: '#1F5FA8' },
  { d: 'M137 63h13v13h-13Z', fill: '#C2410C' },
  { d: 'M109 101l7 13h-14Z', fill: '#00796B' },
  { d: 'M51 96l7 7l-7 7l-7 -7Z', fill: '#9D2F78' },
  { d: 'M164 106h7l4 6l-4 6h-7l-4 -6Z', fill: '#0F7396' },
]

export function RingsThumbnail({ cover }: { cover: Cover }) {
  const { deep, mid, soft, wash } = tonesOf(cover.hue)
  const rings = [
    { fill: wash, width: 2, dash: '0.5 4.5' },
    { fill: mix(soft, wash, 0.5), width: 2.5, dash: '7 4' },
    { fill: mix(soft, mid, 0.1), width: 3, dash: undefined },
  ]
  return (
    <>
      <rect width="240" height="160" fill={WHITE} />
      {rings.map(({ fill, width, dash }, at) => (
        <path
          key={fill}
          d={EDGES[at]}
          fill={fill}
          stroke={deep}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeLinecap={at === 0 ? 'round' : undefined}
        />
      ))}
      <path d={HUB} fill={deep} />
      {MARKS.map(({ d, fill }) => (
        <path key={d} d={d} fill={fill} />
      ))}
      <rect
        x="218.5"
        y="6"
        width="17"
        height="148"
        rx="5"
        fill={WHITE}
        stroke={INK}
        strokeWidth="2.5"
        strokeDasharray="6 4"
      />
    </>
  )
}
