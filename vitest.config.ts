import { defineConfig } from 'vitest/config'
import { wordsPlugin } from './editor/build/words.node'
import { phonePlugin } from './renderer/build/phonePlugin.node'

export default defineConfig({
  plugins: [phonePlugin(), wordsPlugin()],
  test: {
    include: ['{schemas,widgets,renderer,editor,server,tests}/**/*.test.ts'],
    environment: 'node',
    css: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A busy machine takes seconds over what is done at once elsewhere.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
})
