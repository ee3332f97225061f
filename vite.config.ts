import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { chunkNamer, controls } from './editor/build/chunks.node'
import { leanMonacoPlugin } from './editor/build/leanMonaco.node'
import { wordsPlugin } from './editor/build/words.node'

/** Where `vite` finds the API while the editor is being worked on. */
const server = process.env['FESTOON_DEV_SERVER'] ?? 'http://127.0.0.1:3000'
const proxied = ['/api', '/a/', '/assets', '/preview']

export default defineConfig({
  root: 'editor',
  base: '/studio/',
  plugins: [vue(), leanMonacoPlugin(), wordsPlugin()],
  build: {
    outDir: '../dist/editor',
    emptyOutDir: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: ['editor/index.html', 'editor/canvas.html'],
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'places', name: chunkNamer() }, controls] },
        // Groups are named after all that need them, which is long.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
    reportCompressedSize: false,
    // Monaco is one lazy chunk by intent.
    chunkSizeWarningLimit: 4500,
  },
  worker: { format: 'es' },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: server }])) },
})
