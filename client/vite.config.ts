import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

const server = `localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  // Its `?url` imports cannot be bundled ahead of time by the development server.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    // Small files as data: addresses would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The canvas is one library that is loaded as a whole.
    chunkSizeWarningLimit: 2_500,
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/sync': { target: `ws://${server}`, ws: true }, '/api': `http://${server}` },
  },
})
