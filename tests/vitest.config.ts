import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Files of these start servers and browsers; side by side they would only wait for each other. */
const oneAtATime = { fileParallelism: false, maxWorkers: 1 }

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['tests/{unit,property}/**/*.test.ts', 'tests/architecture.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...oneAtATime,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...oneAtATime,
        },
      },
    ],
  },
})
