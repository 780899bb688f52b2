import { type RefObject, useEffect } from 'react'
import { plainText } from '../../../shared/records/plain-text.ts'
import { textNow } from '../../ui/i18n.ts'
import type { PicturedNote } from './pictured.ts'

/** How long a picture rests before what it holds is told again, in ms. */
const RESTS_MS = 600

/** Puts the words of the notes in the canvas, where nobody sees them and screen readers find them. */
export function useSpokenNotes(canvas: RefObject<HTMLCanvasElement | null>, notes: readonly PicturedNote[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const list = document.createElement('ul')
      for (const { shape, kind } of notes) {
        const item = document.createElement('li')
        item.dir = 'auto'
        const spoken = kind === 'note' ? '' : `, ${textNow('board', `kind.${kind}`)}`
        item.textContent = plainText(shape.props.richText) + spoken
        list.append(item)
      }
      canvas.current?.replaceChildren(list)
    }, RESTS_MS)
    return () => clearTimeout(timer)
  }, [canvas, notes])
}
