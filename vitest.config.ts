import {defineConfig} from 'vitest/config'

/** One runner for all tests; the suffix of a file says what it needs. Quick ones first, the browser last and alone. */
export default defineConfig({
  test: {
    globalSetup: './tests/browserSetup.ts',
    reporters: ['default', './tests/summaryReporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 20_000,
          sequence: {groupOrder: 0},
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.contract.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: {groupOrder: 1},
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          testTimeout: 240_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: {groupOrder: 2},
        },
      },
    ],
  },
})
