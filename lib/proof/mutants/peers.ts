import { resolve } from 'node:path'
import { createVitest, type TestModule, type Vite } from 'vitest/node'
import { startTestPostgres } from '../shop/test-postgres'
import { type Bug, withBug } from './bug'

/** What became of a bug: null when its test noticed it, else what went wrong. */
export type BugResult = { readonly bug: Bug; readonly problem: string | null }

/**
 * Asks every test whether it passes, then puts the bugs back one at a time and asks the test that has to
 * notice. No file is touched: the text is changed while it is loaded.
 */
export async function* testBugs(bugs: readonly Bug[]): AsyncGenerator<BugResult> {
  const server = await startTestPostgres()
  process.env.TEST_DATABASE_URL = server.url
  try {
    const sound = await run(bugs, [])
    for (const bug of bugs) yield { bug, problem: await problemOf(bug, sound) }
  } finally {
    await server.stop()
  }
}

/** A test has to pass without the bug and to fail with it, and to fail by itself: not with its file. */
async function problemOf(bug: Bug, sound: readonly TestModule[]): Promise<string | null> {
  const before = stateOf(bug, sound)
  if (before === null) return `there is no test of that name in ${bug.noticedBy.file}`
  if (before !== 'passed') return 'its test does not pass without the bug'
  const after = stateOf(bug, await run([bug], [carrying(bug)]))
  return after === 'failed' ? null : `its test has ${after ?? 'not run'} with the bug`
}

async function run(bugs: readonly Bug[], plugins: Vite.Plugin[]): Promise<readonly TestModule[]> {
  const files = [...new Set(bugs.map(({ noticedBy }) => noticedBy.file))]
  const names = bugs.map(({ noticedBy }) => noticedBy.test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const testNamePattern = new RegExp(`(?:${names.join('|')})$`)
  const vitest = await createVitest(
    'test',
    // Its cache of loaded modules knows nothing of a plugin, and would hand out the text of another run.
    { watch: false, reporters: [{}], fsModuleCache: false, testNamePattern },
    { plugins },
  )
  try {
    return (await vitest.start(files)).testModules
  } finally {
    await vitest.close()
  }
}

const carrying = (bug: Bug): Vite.Plugin => ({
  name: 'a bug',
  enforce: 'pre',
  transform: (text, id) => (id === resolve(bug.file) ? withBug(bug, text) : null),
})

function stateOf({ noticedBy }: Bug, modules: readonly TestModule[]): string | null {
  const tests = modules
    .filter(({ moduleId }) => moduleId === resolve(noticedBy.file))
    .flatMap((module) => [...module.children.allTests()])
    .filter(({ name }) => name === noticedBy.test)
  return tests.length === 1 && tests[0] ? tests[0].result().state : null
}
