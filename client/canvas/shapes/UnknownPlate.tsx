import { HTMLContainer, useEditor, useValue } from 'tldraw'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import { fitText, type TextStyle } from '../../../shared/templates/fit-text.ts'
import { HAIRLINE, INK, INK_2, WHITE } from '../../../shared/templates/hues.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { heading, question } from '../../../shared/templates/styles.ts'
import { linePath } from '../../plates/svg-path.ts'
import { TextLines } from '../../plates/TextLines.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { isRegion } from '../plate-parts.ts'
import { readerLocale } from './party-of.ts'

const TITLE: TextStyle = { ...heading(INK), maxWidth: 1_400 }
const BODY: TextStyle = { ...question(1_400), colour: INK_2 }

/** A plate that this release cannot draw, as a frame with the names of its fields: what lies on it stays where it is. */
export function UnknownPlate({ shape }: { shape: SheetShape }) {
  const editor = useEditor()
  const { t, isReady } = useTranslation('board', { waits: false })
  const locale = useValue('locale', () => readerLocale(editor), [editor])
  const regions = useValue(
    'regions of an unknown plate',
    () =>
      editor.getSortedChildIdsForParent(shape.id).flatMap((id) => {
        const child = editor.getShape(id)
        return isRegion(child) ? [child] : []
      }),
    [editor, shape.id],
  )
  if (!isReady) return null
  const { w, h } = shape.props
  const [title, body] = [t('plate.unknown'), t('plate.unknownBody')]
  return (
    <HTMLContainer>
      <h2 className="visually-hidden">{title}</h2>
      <svg className="plate" viewBox={`0 0 ${w} ${h}`} width={w} height={h} aria-hidden="true" focusable="false">
        <rect width={w} height={h} fill={WHITE} />
        <TextLines fitted={fitText(title, TITLE)} style={TITLE} x={A1.content.x} top={50} align="start" />
        <TextLines fitted={fitText(body, BODY)} style={BODY} x={A1.content.x} top={104} align="start" />
        {regions.map(({ id, x, y, props: { outline, label, w: width } }) => {
          const style: TextStyle = { ...heading(INK_2, 34), maxWidth: Math.max(40, width - 48) }
          const points = Array.from({ length: outline.length / 2 }, (_, at) => ({
            x: x + (outline[2 * at] ?? 0),
            y: y + (outline[2 * at + 1] ?? 0),
          }))
          return (
            <g key={id}>
              <path d={`${linePath(points)}Z`} fill="none" stroke={HAIRLINE} strokeWidth="3" />
              <TextLines fitted={fitText(label[locale], style)} style={style} x={x + 24} top={y + 20} align="start" />
            </g>
          )
        })}
      </svg>
    </HTMLContainer>
  )
}
