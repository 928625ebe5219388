import {defineConfig} from 'vitest/config'

/** One runner for all tests; the suffix of a file says what it needs (CONVENTIONS: Tests). */
export default defineConfig({
  test: {
    projects: [
      {test: {name: 'unit', include: ['tests/unit/**/*.test.ts']}},
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.contract.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
