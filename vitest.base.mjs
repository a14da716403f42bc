import { defineConfig } from 'vitest/config'

// Workspace packages are tested from their sources (condition @edp/source): no build is needed first.
const conditions = ['@edp/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8' },
  },
})
