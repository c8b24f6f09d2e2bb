import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInBrowser } from '../browser/browser-stage'
import { addUp, believe, isGood, lastLine, type Tally, tallyOfPlaywright } from './tally'

/** One thing that `npm test` does: it may write a report to the folder, and answers with what it found. */
type Stage = { readonly name: string; run(folder: string): Promise<Tally> }

const types: Stage = {
  name: 'types',
  run: async () => {
    // Route types and next-env.d.ts are made by Next; a fresh clone has neither.
    const made = await program('next', ['typegen'])
    return oneCheck(made === 0 ? await program('tsc', ['--noEmit']) : made)
  },
}
const lint: Stage = { name: 'lint', run: async () => oneCheck(await program('biome', ['check'])) }
const unused: Stage = {
  name: 'nothing unused',
  run: async () => oneCheck(await program('knip', [])),
}

const REPORTERS = ['--reporter=default', '--reporter=./lib/proof/run/tally-reporter.ts']
const units: Stage = {
  name: 'unit, database and simulation',
  run: async (folder) => {
    const report = join(folder, 'units.json')
    const code = await program('vitest', ['run', ...REPORTERS], { NORANG_TALLY: report })
    return believe(read<Tally>(report) ?? NOTHING, code)
  },
}

const browser = (args: readonly string[]): Stage => ({
  name: 'browser',
  run: async (folder) => {
    const file = join(folder, 'browser.json')
    const code = await runInBrowser(['--reporter=list,json', ...args], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    })
    const report = read<Parameters<typeof tallyOfPlaywright>[0]>(file)
    return believe(report ? tallyOfPlaywright(report) : NOTHING, code)
  },
})

// Small enough for every day; the whole of it is `npm run chaos`.
const BRIEFLY = ['--shoppers', '24', '--seconds', '18']
const chaos: Stage = {
  name: 'breaking real processes',
  run: async (folder) => {
    const report = join(folder, 'chaos.json')
    const command = ['--import', 'tsx', 'lib/proof/chaos/main.ts', ...BRIEFLY, '--tally', report]
    const code = await finished(process.execPath, command)
    return believe(read<Tally>(report) ?? NOTHING, code)
  },
}

/** Runs every stage of a command, also after one has failed, and answers with the exit code. */
export async function prove(command: string, args: readonly string[]): Promise<number> {
  const stages = stagesOf(command, args)
  const folder = mkdtempSync(join(tmpdir(), 'norang-test-'))
  const tallies: Tally[] = []
  try {
    for (const stage of stages) tallies.push(await timed(stage, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const total = addUp(tallies)
  console.log('')
  for (const { name, why } of total.skipped) console.log(`skipped: ${name} (${why})`)
  console.log(lastLine(total))
  return isGood(total) ? 0 : 1
}

function stagesOf(command: string, args: readonly string[]): readonly Stage[] {
  switch (command) {
    case 'all':
      return [types, lint, unused, units, browser([]), chaos]
    case 'check':
      return [lint, types, unused, units]
    case 'e2e':
      return [browser(args)]
    default:
      throw new Error('Say which: all, check or e2e.')
  }
}

async function timed(stage: Stage, folder: string): Promise<Tally> {
  console.log(`\n── ${stage.name} ──`)
  const began = Date.now()
  const tally = await stage.run(folder).catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return { ...NOTHING, failed: 1 }
  })
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`── ${stage.name}: ${lastLine(tally)}, ${seconds} s ──`)
  return tally
}

const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] }

const oneCheck = (code: number): Tally =>
  code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }

/** Runs a program of node_modules/.bin, found without npm's help, and answers with its exit code. */
const program = (name: string, args: readonly string[], env: Record<string, string> = {}) =>
  finished(join('node_modules', '.bin', name), args, env)

async function finished(command: string, args: readonly string[], env = {}): Promise<number> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const [code] = await once(child, 'exit')
  return Number(code ?? 1)
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
