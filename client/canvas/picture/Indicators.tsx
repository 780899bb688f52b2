import { memo } from 'react'
import { type TLShapeId, type TLShapeIndicatorsProps, useEditor, useEditorComponents, useValue } from 'tldraw'

/** States in which tldraw shows the outlines of what is selected. */
const RESTING = ['select.idle', 'select.editing_shape'] as const
const CHOOSING = [
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
] as const

const NONE: readonly TLShapeId[] = []

/**
 * The outlines of what is selected and pointed at. tldraw readies a hidden one for each shape on the table, which costs as
 * much as the shapes.
 */
export const Indicators = memo(function Indicators({ hideAll = false }: TLShapeIndicatorsProps) {
  const editor = useEditor()
  const { ShapeIndicator } = useEditorComponents()
  const ids = useValue('outlined', () => {
    const isResting = editor.isInAny(...RESTING)
    const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
    if (hideAll || isChangingStyle || !(isResting || editor.isInAny(...CHOOSING))) return NONE
    const selected = editor.getSelectedShapeIds()
    const hovered = isResting && isHoveringCanvas && !isCoarsePointer ? editor.getHoveredShapeId() : null
    return hovered === null || selected.includes(hovered) ? selected : [...selected, hovered]
  }, [editor, hideAll])
  if (!ShapeIndicator) return null
  return ids.map((id) => <ShapeIndicator key={id} shapeId={id} />)
})
