import { AssetRecordType, createShapeId, type Editor, type TLImageAsset, type VecLike } from 'tldraw'
import { LIMITS } from '../../shared/limits.ts'
import { type Mishap, mishapOf } from '../net/api.ts'
import { uploadPicture } from './image-store.ts'

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Longest side of a picture when it is laid, in canvas units: some notes wide, small beside a plate. */
const LAID_SIDE = 480
/** How far each next picture of one handful lies from the one before, in canvas units. */
const STEP = 40

/**
 * Takes in pictures that are chosen, pasted or dropped. tldraw would lay an empty frame first and fill it later; here a
 * picture comes on the table when the server has it, and who tried hears why it does not come.
 */
export function registerPictures(editor: Editor, boardId: string, onRefused: (why: Mishap) => void): void {
  const bring = async (file: File): Promise<TLImageAsset | undefined> => {
    try {
      return assetOf(await storePicture(boardId, file))
    } catch (why) {
      onRefused(why instanceof Refused ? why.mishap : mishapOf(why))
      return undefined
    }
  }
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    if (editor.getIsReadonly()) return
    const at = point ?? editor.getViewportPageBounds().center
    const assets: TLImageAsset[] = []
    for (const file of files) {
      const asset = await bring(file)
      if (asset) assets.push(asset)
    }
    if (assets.length > 0) layPictures(editor, assets, at)
  })
  editor.registerExternalContentHandler('file-replace', async ({ file, shapeId }) => {
    const shape = editor.getShape(shapeId)
    const asset = await bring(file)
    if (!asset || shape?.type !== 'image') return
    editor.markHistoryStoppingPoint('replace picture')
    editor.createAssets([asset])
    editor.updateShape({ id: shape.id, type: 'image', props: { assetId: asset.id, ...laidSize(asset), crop: null } })
  })
}

class Refused extends Error {
  readonly mishap: Mishap
  constructor(mishap: Mishap) {
    super(mishap)
    this.mishap = mishap
  }
}

async function storePicture(boardId: string, file: File) {
  if (!IMAGE_TYPES.includes(file.type)) throw new Refused('not-an-image')
  if (file.size > LIMITS.imageBytes) throw new Refused('too-large')
  return await uploadPicture(boardId, file)
}

/** Without the file's name, which may be somebody's. */
function assetOf({ src, w, h, mimeType }: Awaited<ReturnType<typeof uploadPicture>>): TLImageAsset {
  const props = { src, w, h, mimeType, name: '', isAnimated: false }
  return AssetRecordType.create({ id: AssetRecordType.createId(), type: 'image', props }) as TLImageAsset
}

function laidSize({ props }: TLImageAsset): { w: number; h: number } {
  const shrink = Math.min(1, LAID_SIDE / Math.max(props.w, props.h))
  return { w: props.w * shrink, h: props.h * shrink }
}

function layPictures(editor: Editor, assets: readonly TLImageAsset[], { x, y }: VecLike): void {
  const shapes = assets.map((asset, index) => {
    const size = laidSize(asset)
    const at = { x: x - size.w / 2 + index * STEP, y: y - size.h / 2 + index * STEP }
    return { id: createShapeId(), type: 'image' as const, ...at, props: { assetId: asset.id, ...size } }
  })
  editor.markHistoryStoppingPoint('lay pictures')
  editor.run(() => {
    editor.createAssets([...assets])
    editor.createShapes(shapes)
    editor.select(...shapes.map(({ id }) => id))
  })
}
