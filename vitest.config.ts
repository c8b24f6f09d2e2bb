import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { sortOurTests } from './lib/proof/run/which-tests.ts'
import { WholeRunsFirst } from './lib/proof/run/whole-runs-first.ts'

const { quick, database } = sortOurTests()

// The folders of Next have names that mean something else in a pattern.
const exactly = (paths: readonly string[]) => paths.map((path) => path.replace(/[[\]()]/g, '\\$&'))

// What a build imports that was unpacked for the proof of upgrades is its own.
const ownImports = {
  name: 'own imports',
  enforce: 'pre',
  transform(code, file) {
    const home = /\/\.data\/before\/[0-9a-f]{40}\//.exec(file)?.[0]
    return home ? code.replaceAll("'@/", `'@${home}`) : undefined
  },
} satisfies NonNullable<ViteUserConfig['plugins']>[number]

export default defineConfig({
  plugins: [ownImports],
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    // Most wait for Postgres more than they compute; by itself vitest would run one file at a time on two cores.
    maxWorkers: Math.max(3, availableParallelism()),
    // Nothing here is measured: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No file leaves anything behind for the next one, and half of their time went into loading the same again.
    isolate: false,
    sequence: { sequencer: WholeRunsFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: exactly(quick),
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: exactly(database),
          globalSetup: 'lib/proof/shop/database-setup.ts',
        },
      },
    ],
  },
})
