import { defineConfig, mergeConfig } from 'vitest/config'
import usual from '../../../vitest.config'

/** `npm run bench`: what is measured is set up as for the tests, and is none of them. */
export default mergeConfig(
  defineConfig({ ...usual, test: { ...usual.test, include: [] } }),
  defineConfig({
    test: {
      include: ['lib/proof/bench/*.bench.ts'],
      testTimeout: 3_600_000,
      maxWorkers: 1,
      disableConsoleIntercept: true,
    },
  }),
)
