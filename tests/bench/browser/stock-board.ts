import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import sirv from 'sirv'
import { build } from 'vite'

export interface StockBoard {
  /** Where a board with so many notes stands. */
  address(notes: number): string
  close(): Promise<void>
}

/** Builds the page of stock tldraw and serves it from memory and disk as any static server does, cached by the browser. */
export async function aStockBoard(): Promise<StockBoard> {
  const outDir = mkdtempSync(join(tmpdir(), 'tafel-stock-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../stock-tldraw'),
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 3_000 },
  })
  const server = createServer(sirv(outDir, { immutable: true, maxAge: 3_600 }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (notes) => `http://127.0.0.1:${port}/?notes=${notes}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(outDir, { recursive: true })
    },
  }
}
