import { useEffect, useRef } from 'react'
import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultStylePanel,
  DefaultStylePanelContent,
  DefaultToolbar,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
  type TLComponents,
  type TLUiStylePanelProps,
  useEditor,
  useRelevantStyles,
  useTranslation,
  useValue,
} from 'tldraw'
import './chrome.css'
import { DropWord } from './DropWord.tsx'
import { Indicators } from './picture/Indicators.tsx'
import { NotePictures } from './picture/NotePictures.tsx'
import { TableCanvas } from './picture/TableCanvas.tsx'
import { isArrow, joinedBy } from './relations/relation-on-table.ts'
import { SelectionForeground } from './shapes/laid.tsx'

/** The tools that a workshop uses, in the order of use; what is rare folds into the last button. */
function Toolbar() {
  return (
    <div className="toolbar-frame" data-styles={useStylesWanted()}>
      <DefaultToolbar>
        <SelectToolbarItem />
        <HandToolbarItem />
        <DrawToolbarItem />
        <EraserToolbarItem />
        <ArrowToolbarItem />
        <TextToolbarItem />
        <AssetToolbarItem />
        <RectangleToolbarItem />
        <EllipseToolbarItem />
        <LineToolbarItem />
        <HighlightToolbarItem />
        <LaserToolbarItem />
      </DefaultToolbar>
    </div>
  )
}

/** Notes, cards, plates and arrows between them have a fixed look: styles are offered only where there is something drawn freely. */
const STYLED = new Set(['draw', 'geo', 'text', 'line', 'highlight'])

function useStylesWanted(): boolean {
  const editor = useEditor()
  return useValue('styles wanted', () => {
    const selected = editor.getSelectedShapes()
    if (selected.length > 0)
      return selected.every((shape) => STYLED.has(shape.type) || (isArrow(shape) && !joinedBy(editor, shape)))
    return STYLED.has(editor.getCurrentToolId())
  }, [editor])
}

function StylePanel(props: TLUiStylePanelProps) {
  return useStylesWanted() ? (
    <DefaultStylePanel {...props}>
      <Styles />
    </DefaultStylePanel>
  ) : null
}

/** tldraw's own styles. It leaves the handle of its opacity slider without the name that a screen reader would say. */
function Styles() {
  const styles = useRelevantStyles()
  const msg = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.querySelector('[role="slider"]')?.setAttribute('aria-label', msg('style-panel.opacity'))
  })
  return (
    <div className="styles-frame" ref={frame}>
      <DefaultStylePanelContent styles={styles} />
    </div>
  )
}

/** tldraw's own panels give way to those of the board page. Stable identity, as tldraw asks. */
export const canvasComponents: TLComponents = {
  Toolbar,
  StylePanel,
  // Both are drawn on the overlay of others' pointers.
  CollaboratorCursor: null,
  CollaboratorHint: null,
  Canvas: TableCanvas,
  OnTheCanvas: NotePictures,
  ShapeIndicators: Indicators,
  SelectionForeground,
  InFrontOfTheCanvas: DropWord,
  MenuPanel: null,
  MainMenu: null,
  PageMenu: null,
  NavigationPanel: null,
  ZoomMenu: null,
  Minimap: null,
  HelpMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  HelperButtons: null,
  CursorChatBubble: null,
}
