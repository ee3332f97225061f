import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { phonePlugin } from './renderer/build/phonePlugin.node'

/** The server and its command line as one ES module; packages stay where npm put them. */
export default defineConfig({
  plugins: [phonePlugin()],
  publicDir: false,
  build: {
    ssr: resolve(import.meta.dirname, 'server/festoon.ts'),
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    cssTarget: ['chrome79', 'safari13.1'],
    rolldownOptions: { output: { format: 'es', entryFileNames: 'festoon.js' } },
  },
  ssr: { target: 'node', external: true },
})
