import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Part, Tally } from './tally'

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
  const skipped = results.flatMap(({ name, result }) =>
    result.state === 'skipped' ? [{ name, why: result.note }] : [],
  )
  const silent = skipped.filter(({ why }) => why === undefined)
  for (const { name } of silent) console.error(`"${name}" is skipped and does not say why.`)
  return {
    passed: results.filter(({ result }) => result.state === 'passed').length,
    failed:
      results.filter(({ result }) => result.state === 'failed').length +
      broken +
      errors.length +
      silent.length,
    skipped: skipped.flatMap(({ name, why }) => (why === undefined ? [] : [{ name, why }])),
    parts: modules.map(partOf),
  }
}

function partOf(module: TestModule): Part {
  const { environmentSetupDuration, prepareDuration, setupDuration, collectDuration, duration } =
    module.diagnostic()
  const spent =
    environmentSetupDuration + prepareDuration + setupDuration + collectDuration + duration
  return { name: module.relativeModuleId, seconds: spent / 1000 }
}
