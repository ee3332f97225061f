import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { dependencies } from './package.json' with { type: 'json' }
import { phonePlugin } from './renderer/build/phonePlugin.node'

/** The server and its command line as one ES module. What it runs on stays where npm put it; small packages of plain functions are built in, so that fewer are installed to run it. */
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
    rolldownOptions: { output: { format: 'es', entryFileNames: 'festoon.js' }, checks: { bundlerTimings: false } },
  },
  ssr: { target: 'node', external: Object.keys(dependencies), noExternal: true },
})
