import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    include: ['{lib,app,components}/**/*.test.{ts,tsx}', '*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**', '.next/**', '.data/**'],
    globalSetup: 'lib/proof/shop/database-setup.ts',
    // Tests wait for Postgres more than they compute; by itself vitest would run one file at a time on two cores.
    maxWorkers: Math.max(3, availableParallelism()),
    // Nothing here is measured: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
