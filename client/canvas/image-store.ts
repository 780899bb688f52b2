import type { TLAssetStore } from 'tldraw'
import { call } from '../net/api.ts'

/** Pictures go to the server, which checks and re-encodes them; the document holds only their address. */
export const createImageStore = (boardId: string): TLAssetStore => ({
  async upload(_asset, file, signal) {
    const { src } = await call('uploadImage', { params: { id: boardId }, binary: file, signal })
    return { src }
  },
  resolve: (asset) => asset.props.src,
})
