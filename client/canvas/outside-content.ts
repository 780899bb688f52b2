import { createShapeId, type Editor, toRichText, type VecLike } from 'tldraw'

/**
 * What people paste or drop from elsewhere. A link becomes text: tldraw would fetch the page for a preview or load an
 * embed, and no request may leave the house. Pasted SVG is refused, as the server does with uploads.
 */
export function registerOutsideContent(editor: Editor): void {
  editor.registerExternalContentHandler('url', ({ url, point }) => putText(editor, url, point))
  editor.registerExternalContentHandler('embed', null)
  editor.registerExternalContentHandler('svg-text', null)
  editor.registerExternalAssetHandler('url', null)
}

function putText(editor: Editor, text: string, point?: VecLike) {
  const at = point ?? editor.getViewportPageBounds().center
  editor.markHistoryStoppingPoint('paste link')
  editor.createShape({
    id: createShapeId(),
    type: 'text',
    x: at.x,
    y: at.y,
    props: { richText: toRichText(text) },
  })
}
