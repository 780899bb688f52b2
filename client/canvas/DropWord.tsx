import { useEditor, useValue } from 'tldraw'
import type { RegionShape } from '../../shared/records/region.ts'
import { useTranslation } from '../ui/i18n.ts'
import { dropTargets } from './drop-targets.ts'
import { lookOfRegion } from './region-look.ts'
import { regionName } from './shapes/region-name.ts'
import './drop-word.css'

/** How far under what is dragged the word stands, in screen pixels. */
const BELOW = 34

/** Says where what is dragged will lie when it is let go. Above all notes, so that none hides it. */
export function DropWord() {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const target = useValue('drop target', () => smallest(dropTargets(editor).get()), [editor])
  const at = useValue('place of the drop word', () => {
    const dragged = target && editor.getSelectionRotatedPageBounds()
    return dragged && editor.pageToViewport({ x: dragged.midX, y: dragged.maxY })
  }, [editor, target])
  if (!target || !at) return null
  const region = regionName(editor, target)
  return (
    <div
      className="drop-word"
      aria-hidden="true"
      style={{ left: at.x, top: at.y + BELOW, backgroundColor: lookOfRegion(editor, target)?.tones.deep }}
    >
      {t('plate.drop', { region })}
    </div>
  )
}

/** Where regions overlap, the one that says most. */
const smallest = (regions: readonly RegionShape[]): RegionShape | undefined =>
  regions.toSorted((a, b) => a.props.w * a.props.h - b.props.w * b.props.h)[0]
