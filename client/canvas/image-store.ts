import type { TLAssetStore } from 'tldraw'
import * as routes from '../../shared/api/routes.ts'
import { call } from '../net/api.ts'

/** Stores a picture on the server, which checks and re-encodes it; tells where it stands and how large it has become. */
export const uploadPicture = (boardId: string, file: Blob, signal?: AbortSignal) =>
  call(routes.uploadImage, { params: { id: boardId }, binary: file, signal })

/** The document holds only the address of a picture. */
export const createImageStore = (boardId: string): TLAssetStore => ({
  async upload(_asset, file, signal) {
    const { src } = await uploadPicture(boardId, file, signal)
    return { src }
  },
  resolve: (asset) => asset.props.src,
})
