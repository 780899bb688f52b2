import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useEditor, useValue } from 'tldraw'
import { useTranslation } from '../../ui/i18n.ts'
import { type Area, areaOf } from './area.ts'
import type { Layer } from './layers.ts'
import './note-pictures.css'
import { createPainter, type Painter } from './painter.ts'
import { type PicturedNote, splitOf } from './pictured.ts'
import { useSpokenNotes } from './use-spoken-notes.ts'

/** The notes that are not elements, in as many pictures as lie apart in the stack. */
export function NotePictures() {
  const editor = useEditor()
  const area = useValue(areaOf(editor))
  const { layers } = useValue(splitOf(editor))
  const { language } = useTranslation('board', { waits: false })
  const fonts = useSyncExternalStore(onFontsLoaded, fontsLoaded)
  if (area === null) return null
  return layers.map((layer, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a canvas is drawn on anew whatever it held.
    <NotePicture key={`${language} ${fonts} ${at}`} area={area} layer={layer} />
  ))
}

function NotePicture({ area, layer: { z, notes } }: { area: Area; layer: Layer<PicturedNote> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<Painter>(null)
  useLayoutEffect(() => {
    if (canvas.current === null) return
    painter.current ??= createPainter(canvas.current, getComputedStyle(canvas.current).fontFamily)
    painter.current.paint(area, notes)
  }, [area, notes])
  useSpokenNotes(canvas, notes)
  return (
    <canvas
      ref={canvas}
      className="note-picture"
      data-notes={notes.length}
      style={{ left: area.x, top: area.y, width: area.w, height: area.h, zIndex: z }}
    />
  )
}

/** Grows with each face that has come in: letters drawn before are of another. */
let loads = 0
const fontsLoaded = () => loads

function onFontsLoaded(changed: () => void): () => void {
  const count = () => {
    loads += 1
    changed()
  }
  document.fonts.addEventListener('loadingdone', count)
  return () => document.fonts.removeEventListener('loadingdone', count)
}
