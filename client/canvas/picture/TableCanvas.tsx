import { useState } from 'react'
import { DefaultCanvas, type Editor, type TLCanvasComponentProps, useEditor } from 'tldraw'
import { splitOf } from './pictured.ts'

/** tldraw's canvas, which makes elements of those shapes only that are not drawn in a picture. */
export function TableCanvas(props: TLCanvasComponentProps) {
  const editor = useEditor()
  useState(() => elementsOnly(editor))
  return <DefaultCanvas {...props} />
}

/** tldraw asks its editor what to make elements of; hit testing, selecting and exports go on to know every shape. */
function elementsOnly(editor: Editor): void {
  const split = splitOf(editor)
  editor.getRenderingShapes = () => [...split.get().elements]
}
