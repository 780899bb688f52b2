import type { Editor, TLEventInfo } from 'tldraw'
import type { StoreBinding } from '../sync/bind-store.ts'

/**
 * Tells the binding when a pointer gesture runs, so that a drag becomes a few values instead of sixty a second. Whatever
 * ends a gesture without a pointer going up (another window, a page that is put away) ends it here too.
 */
export function followGestures(editor: Editor, binding: StoreBinding): () => void {
  let running = false
  const begin = () => {
    if (running) return
    running = true
    binding.beginGesture()
  }
  const end = () => {
    if (!running) return
    running = false
    binding.endGesture()
  }
  const onEvent = (info: TLEventInfo) => {
    if (info.type === 'pointer' && info.name === 'pointer_down') begin()
    else if (info.type === 'pointer' && info.name === 'pointer_up') end()
    else if (info.type === 'misc' && (info.name === 'cancel' || info.name === 'interrupt' || info.name === 'complete'))
      end()
  }
  const onHidden = () => {
    if (document.visibilityState === 'hidden') end()
  }
  editor.on('event', onEvent)
  window.addEventListener('blur', end)
  window.addEventListener('pagehide', end)
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    end()
    editor.off('event', onEvent)
    window.removeEventListener('blur', end)
    window.removeEventListener('pagehide', end)
    document.removeEventListener('visibilitychange', onHidden)
  }
}
