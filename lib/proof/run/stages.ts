import { join } from 'node:path'
import { type Tally, tallyOfPlaywright } from './tally'

/** A program and what it is told. */
export type Program = readonly [path: string, ...words: string[]]

/** One thing that a command proves. */
export type Stage = {
  readonly name: string
  /** Each when the one before it has ended well. */
  readonly programs: readonly Program[]
  /** Makes a tally of the report that was written to NORANG_TALLY; a stage without one is a single check. */
  readonly tallyOf?: (report: string) => Tally
}

/** Stages one after the other, beside other such lanes. */
export type Lane = readonly Stage[]

/** A program of node_modules/.bin, found without npm's help. */
const bin = (name: string, ...words: string[]): Program => [
  join('node_modules', '.bin', name),
  ...words,
]
const ours = (path: string, ...words: string[]): Program => [
  process.execPath,
  '--import',
  'tsx',
  path,
  ...words,
]

const types: Stage = {
  name: 'types',
  // Route types and next-env.d.ts are made by Next; a fresh clone has neither.
  programs: [bin('next', 'typegen'), bin('tsc', '--noEmit')],
}
const lint: Stage = { name: 'lint', programs: [bin('biome', 'check')] }
const unused: Stage = { name: 'nothing unused', programs: [bin('knip')] }

const tests = (project: 'quick' | 'database'): Stage => ({
  name: `${project} tests`,
  programs: [
    bin(
      'vitest',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=./lib/proof/run/tally-reporter.ts',
    ),
  ],
  tallyOf: JSON.parse,
})

const browser = (args: readonly string[]): Stage => ({
  name: 'browser',
  programs: [ours('lib/proof/browser/main.ts', 'play', '--reporter=list,json', ...args)],
  tallyOf: (report) => tallyOfPlaywright(JSON.parse(report)),
})

const onVercel = (args: readonly string[]): Stage => ({
  name: 'Vercel',
  programs: [ours('lib/proof/vercel/main.ts', '--reporter=list,json', ...args)],
  tallyOf: (report) => tallyOfPlaywright(JSON.parse(report)),
})

const inEngine = (args: readonly string[]): Stage => ({
  name: 'engine',
  programs: [ours('lib/proof/engines/main.ts', '--reporter=list,json', ...args)],
  tallyOf: (report) => tallyOfPlaywright(JSON.parse(report)),
})

// Small enough for every day; the whole of it is `npm run chaos`.
const chaos: Stage = {
  name: 'breaking real processes',
  programs: [ours('lib/proof/chaos/main.ts', '--shoppers', '24', '--seconds', '18')],
  tallyOf: JSON.parse,
}

const build: Stage = {
  name: 'production build',
  programs: [ours('lib/proof/browser/main.ts', 'build')],
}

const checks: readonly Lane[] = [[lint, unused], [types], [tests('quick')]]
// Both write what Next generates, so one after the other.
const checksAndBuild: readonly Lane[] = [[lint, unused], [types, build], [tests('quick')]]

/** Whether a command is for every day, or for all that there is. */
export const isExhaustive = (command: string) => command === 'exhaustive' || command === 'e2e'

/** What a command proves: lanes side by side, one such group after the other. */
export function stagesOf(command: string, args: readonly string[]): readonly (readonly Lane[])[] {
  switch (command) {
    case 'all':
    case 'exhaustive':
      return [checksAndBuild, [[tests('database'), chaos], [browser([])]]]
    case 'check':
      return [checks]
    case 'e2e':
      if (args.includes('--vercel')) return [[[onVercel(args.filter((arg) => arg !== '--vercel'))]]]
      return args.includes('--engine') ? [[[inEngine(args)]]] : [[[browser(args)]]]
    default:
      throw new Error('Say which: all, exhaustive, check or e2e.')
  }
}
