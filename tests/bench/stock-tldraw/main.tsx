import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createRoot } from 'react-dom/client'
import { createTLStore, type Editor, InstancePresenceRecordType, type TLPageId, Tldraw } from 'tldraw'
import 'tldraw/tldraw.css'
import { benchNotes } from '../../support/busy-table/notes.ts'

/** A plain tldraw board with the notes of the measurement, made from memory; `?notes=` says how many. */
const assetUrls = getAssetUrlsByImport()
const store = createTLStore()
store.mergeRemoteChanges(() => store.put(benchNotes(Number(new URLSearchParams(location.search).get('notes')))))

function onMount(editor: Editor) {
  editor.updateInstanceState({ isDebugMode: false })
  editor.zoomToFit({ immediate: true })
  window.moveCursors = (points) => {
    const presences = points.map(({ x, y }, at) =>
      InstancePresenceRecordType.create({
        id: InstancePresenceRecordType.createId(`${at}`),
        userId: `user-${at}`,
        userName: `Deelnemer ${at}`,
        currentPageId: editor.getCurrentPageId() as TLPageId,
        color: '#1f5fa8',
        cursor: { x, y, type: 'default', rotation: 0 },
        lastActivityTimestamp: Date.now(),
      }),
    )
    editor.store.mergeRemoteChanges(() => editor.store.put(presences))
  }
}

declare global {
  interface Window {
    /** Puts the pointers of so many others at these points, as a connection would. */
    moveCursors(points: { x: number; y: number }[]): void
  }
}

createRoot(document.querySelector('#root') as HTMLElement).render(
  <Tldraw store={store} assetUrls={assetUrls} onMount={onMount} options={{ maxShapesPerPage: 25_000 }} />,
)
