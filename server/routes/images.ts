import { existsSync } from 'node:fs'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'

const MIME_TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' }

/** The pictures of a table, for those who sit at it. */
export function imageRoutes({ images, limits }: Services): Pick<Handlers, 'uploadImage' | 'readImage'> {
  return {
    async uploadImage({ params: { id }, body, session }) {
      await limits.newImage(session.boardId, session.participantId)
      if (!Buffer.isBuffer(body)) throw new Problem('not-an-image', { detail: 'The content type must be image/….' })
      const { name, w, h, mimeType } = await images.add(id, body)
      return { src: `/api/v1/boards/${id}/images/${name}`, w, h, mimeType }
    },

    readImage({ params: { id, name } }) {
      const path = images.pathOf(id, name)
      if (!existsSync(path)) throw new Problem('not-found')
      return { path, name, mimeType: MIME_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }
    },
  }
}
