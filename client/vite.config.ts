import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { plateCovers } from './plate-covers.ts'
import { precompress } from './precompress.ts'

const server = `localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), plateCovers(), precompress()],
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
    // Every browser that we build for preloads by itself, or does without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Nothing in shared/ acts by being loaded: schemas that a page does not use stay away from it.
      treeshake: { moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] },
      // What most pages need comes as one file, not as a dozen of a few hundred bytes. The weight test sees what slips in.
      // How plates are drawn and checked is for the table only, however many of its parts need it.
      output: {
        codeSplitting: { groups: [{ name: 'shared', test: /^(?!.*\/shared\/templates\/)/, minShareCount: 4 }] },
      },
    },
  },
  server: {
    fs: { allow: ['..'] },
    // The host stays as the browser asked for it: the server compares it with the page's origin. A board's socket has no
    // dot in its address, our own modules in `sync/` have.
    proxy: {
      '^/sync/[^./]+$': { target: `ws://${server}`, ws: true, changeOrigin: false },
      '/api': { target: `http://${server}`, changeOrigin: false },
    },
  },
})
