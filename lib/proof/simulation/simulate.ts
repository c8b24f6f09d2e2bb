import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { actInWords, coverageReport } from './coverage-report'
import { type HistoryResult, replay, runHistory, shrink } from './history'
import type { Coverage } from './world'

/*
 * npm run simulate -- --histories 1000000 --seed 1
 * Tries so many random histories against the rules of the order, and stops at the first that breaks one. With --real
 * they run on the shop's own flows and a real database, which the tests know how to set up.
 */

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    real: { type: 'boolean', default: false },
  },
})
process.exitCode = values.real
  ? simulateForReal(wholeNumber('histories'), wholeNumber('seed'))
  : simulate(wholeNumber('histories'), wholeNumber('seed'))

function wholeNumber(name: 'histories' | 'seed'): number {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`--${name} is a whole number, and ${values[name]} is not.`)
}

function simulateForReal(histories: number, first: number): number {
  const command = [
    'run',
    'lib/proof/simulation-on-postgres',
    '--reporter=dot',
    '--disable-console-intercept',
  ]
  const asked = { NORANG_HISTORIES: String(histories), NORANG_SEED: String(first) }
  const { status } = spawnSync(join('node_modules', '.bin', 'vitest'), command, {
    stdio: 'inherit',
    env: { ...process.env, ...asked },
  })
  return status ?? 1
}

/** The seed names the first history; the others follow it one by one. */
function simulate(histories: number, first: number): number {
  const coverage: Coverage = new Map()
  const began = Date.now()
  for (let seed = first; seed < first + histories; seed++) {
    const result = runHistory(seed, coverage)
    if (result.broken !== null) return tellFailure(seed, result)
  }
  const seconds = (Date.now() - began) / 1000
  for (const line of coverageReport(coverage, histories)) console.log(line)
  const last = first + histories - 1
  console.log(`Seeds ${first} to ${last} in ${seconds.toFixed(1)} s. Every promise was kept.`)
  return 0
}

function tellFailure(seed: number, result: HistoryResult): number {
  const shortest = shrink(result, (history) => replay(history) !== null)
  console.log(`A promise is broken with seed ${seed}: ${result.broken}`)
  console.log(
    `\nThe shortest history found, with ${shortest.pieces} on the shelf and Adyen refusing ` +
      `${shortest.refusals} refunds at the end: ${replay(shortest)}`,
  )
  for (const [index, act] of shortest.acts.entries())
    console.log(`${String(index + 1).padStart(3)}. ${actInWords(act)}`)
  console.log(`\nAgain: npm run simulate -- --seed ${seed} --histories 1`)
  return 1
}
