import { type Editor, react } from 'tldraw'
import './overlay.css'

export interface Sight {
  /** In CSS pixels from the canvas's corner; cleared. */
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  /** Device pixels in a CSS pixel. */
  readonly density: number
  /** In ms, on the clock of `performance`. */
  readonly now: number
}

/** `empty`: draws nothing. `still`: stays as it is. `moving`: is drawn again in the next frame. */
export type Drawn = 'empty' | 'still' | 'moving'
export type Layer = (sight: Sight) => Drawn

export interface Overlay {
  /** Draws in the next frame. */
  ask(): void
  stop(): void
}

/**
 * One canvas above the board for all that moves with others' hands: over thousands of notes, each moving element would
 * have what lies under it painted again. It draws when it is asked, when the camera moves and while something glides;
 * otherwise it rests, and is not there for the compositor when it is empty.
 */
export function createOverlay(editor: Editor, layers: readonly Layer[]): Overlay {
  const canvas = document.createElement('canvas')
  canvas.className = 'others-overlay'
  canvas.setAttribute('aria-hidden', 'true')
  canvas.hidden = true
  editor.getContainer().querySelector('.tl-canvas')?.after(canvas)
  const context = canvas.getContext('2d')
  let frame: number | undefined

  function draw(now: number) {
    frame = undefined
    if (!context) return
    const { w: width, h: height } = editor.getViewportScreenBounds()
    const density = window.devicePixelRatio
    const [pixelsX, pixelsY] = [Math.round(width * density), Math.round(height * density)]
    if (canvas.width !== pixelsX || canvas.height !== pixelsY) {
      canvas.width = pixelsX
      canvas.height = pixelsY
    } else if (!canvas.hidden) {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, pixelsX, pixelsY)
    }
    context.setTransform(density, 0, 0, density, 0, 0)
    const drawn = layers.map((layer) => layer({ context, width, height, density, now }))
    canvas.hidden = drawn.every((what) => what === 'empty')
    if (drawn.includes('moving')) ask()
  }

  function ask() {
    frame ??= requestAnimationFrame(draw)
  }

  const stopWatching = react('overlay follows the camera', () => {
    editor.getCamera()
    editor.getViewportScreenBounds()
    editor.getInstanceState().devicePixelRatio
    ask()
  })

  return {
    ask,
    stop() {
      stopWatching()
      if (frame !== undefined) cancelAnimationFrame(frame)
      canvas.remove()
    },
  }
}
