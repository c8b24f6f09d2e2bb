import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

// Biome: a tool's configuration is the one place besides Next's files where a default export is asked for.
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    include: ['{lib,app,components}/**/*.test.{ts,tsx}', '*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**', '.next/**', '.data/**'],
    globalSetup: 'lib/testing/database-setup.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
