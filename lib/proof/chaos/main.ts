import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { withLock } from '@/lib/launch/lock'
import { listenForStop } from '@/lib/launch/stop'
import { buildIfNeeded } from '@/lib/proof/browser/production'
import { NOTHING, type Tally } from '@/lib/proof/run/tally'
import { chaosReport } from './chaos-report'
import { type Findings, reconcile } from './reconcile'
import { type ChaosPlan, type ChaosRun, runChaos } from './run-chaos'

/*
 * npm run chaos -- --shoppers 100 --seconds 120 --seed 1
 * Real processes are killed while people shop. Ends with 1 when anything is lost, doubled or unsettled.
 */

const { values } = parseArgs({
  options: {
    shoppers: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
  },
})
const plan: ChaosPlan = {
  shoppers: wholeNumber('shoppers'),
  seconds: wholeNumber('seconds'),
  seed: wholeNumber('seed'),
}
const stop = listenForStop()
mkdirSync('.data', { recursive: true })
process.exit(await withLock('.data/chaos.lock', prove))

function wholeNumber(name: 'shoppers' | 'seconds' | 'seed'): number {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new Error(`--${name} is a whole number above 0, and ${values[name]} is not.`)
}

async function prove(): Promise<number> {
  await buildIfNeeded(stop)
  const began = Date.now()
  const result = await runChaos(plan, console.log, stop)
  const findings = reconcile(result.books)
  findings.lost.push(...result.complaints)
  const seconds = Math.round((Date.now() - began) / 1_000)
  for (const line of chaosReport(plan, seconds, result, findings)) console.log(line)
  for (const [kind, sentences] of Object.entries(findings))
    for (const sentence of sentences) console.log(`${kind}: ${sentence}`)

  const tally = tallyOf(result, findings)
  // Where `npm test` wants to read what was found.
  const report = process.env.NORANG_TALLY
  if (report) await writeFile(report, JSON.stringify(tally))
  if (tally.failed === 0) return 0
  const { shoppers, seconds: trouble, seed } = plan
  console.log(
    `\nAgain: npm run chaos -- --shoppers ${shoppers} --seconds ${trouble} --seed ${seed}`,
  )
  return 1
}

/** One for each promise, and one for having been put to the test at all. */
function tallyOf({ troubles, books }: ChaosRun, findings: Findings): Tally {
  const kinds = new Set<string>(troubles.map(({ kind }) => kind))
  const wasTried =
    ['kill', 'upgrade', 'database'].every((kind) => kinds.has(kind)) && books.payments.length > 0
  const checks = [...Object.values(findings).map((sentences) => sentences.length === 0), wasTried]
  const passed = checks.filter(Boolean).length
  return { ...NOTHING, passed, failed: checks.length - passed }
}
