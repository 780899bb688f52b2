import { memo } from 'react'
import type { Locale } from '../../shared/api/boards.ts'
import type { Item } from '../../shared/templates/drawing.ts'
import { signOf } from '../../shared/templates/sign.ts'
import { FigureText } from './FigureText.tsx'
import { PlateIcon } from './PlateIcon.tsx'
import { linePath, outlinePath, strokeProps } from './svg-path.ts'

/** Parts of a figure, the first one lowest. They never change while a plate lies there, save for the language. */
export const FigureItems = memo(function FigureItems({ items, locale }: { items: readonly Item[]; locale: Locale }) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed.
    <FigureItem key={index} item={item} locale={locale} />
  ))
})

function FigureItem({ item, locale }: { item: Item; locale: Locale }) {
  switch (item.is) {
    case 'area':
      return (
        <path
          d={outlinePath(item.outline)}
          fill={item.fill ?? 'none'}
          fillOpacity={item.opacity}
          style={item.multiply ? { mixBlendMode: 'multiply' } : undefined}
          {...(item.stroke && strokeProps(item.stroke))}
        />
      )
    case 'line':
      return <path d={linePath(item.points)} fill="none" {...strokeProps(item.stroke)} />
    case 'icon':
      return <PlateIcon {...signOf(item)} at={item.at} size={item.size} colour={item.colour} />
    case 'text':
      return <FigureText item={item} text={item.text[locale]} />
    default:
      return item satisfies never
  }
}
