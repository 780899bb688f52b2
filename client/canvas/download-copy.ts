import type { OpenTable } from './open-table.ts'

/** A file with everything on the board, for when the server cannot save: the records as JSON, readable anywhere. */
export function downloadCopy(table: OpenTable): void {
  const records = Object.values(table.store.serialize('document'))
  const body = JSON.stringify({
    tafel: table.board.title,
    bewaard: new Date().toISOString(),
    records,
  })
  const url = URL.createObjectURL(new Blob([body], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${table.board.title.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'tafel'}.json`
  link.click()
  URL.revokeObjectURL(url)
}
