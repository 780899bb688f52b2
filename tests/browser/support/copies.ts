import type { Page } from 'playwright-core'

/** What a browser keeps of tables. */

/** Names of all copies. */
export const copiesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

/** Changes in this browser's copies that the server has not confirmed, as far as the copies know. */
export const unsentRows = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let rows = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      rows += await new Promise<number>((resolve, reject) => {
        const request = database.transaction('unsent').objectStore('unsent').count()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      database.close()
    }
    return rows
  })
