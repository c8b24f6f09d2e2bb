import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { NO_REASON, type Tally } from './tally'

/**
 * Writes what vitest found as a tally to the file that NORANG_TALLY names: vitest's own JSON reporter forgets
 * why a test was skipped. A default export and a function that `new` can call, because vitest asks for both.
 */
export default function tallyReporter(): Reporter {
  const file = process.env.NORANG_TALLY ?? ''
  return {
    onTestRunEnd: (modules, errors) =>
      writeFileSync(file, JSON.stringify(tallyOf(modules, errors))),
  }
}

function tallyOf(modules: readonly TestModule[], errors: readonly unknown[]): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const results = tests.map((test) => ({ name: test.fullName, result: test.result() }))
  // A file that cannot be loaded has no tests that could fail.
  const broken = modules.flatMap((module) => module.errors()).length
  return {
    passed: results.filter(({ result }) => result.state === 'passed').length,
    failed:
      results.filter(({ result }) => result.state === 'failed').length + broken + errors.length,
    skipped: results.flatMap(({ name, result }) =>
      result.state === 'skipped' ? [{ name, why: result.note ?? NO_REASON }] : [],
    ),
  }
}
