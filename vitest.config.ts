import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{schemas,widgets,renderer,editor,server,tests}/**/*.test.ts'],
    environment: 'node',
    css: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
