import { join } from 'node:path'

type Skipped = { readonly name: string; readonly why: string }

/** A file of tests, a story in the browser, or a stage that is neither, and how long it took. */
export type Part = { readonly name: string; readonly seconds: number }

/** What a stage of `npm test` found. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
  readonly parts: readonly Part[]
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [], parts: [] }

export const addUp = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
  parts: tallies.flatMap(({ parts }) => parts),
})

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`
}

const SLOWEST = 10

/** Where the time went: the slowest parts, one a line. */
export const slowestOf = ({ parts }: Tally): string[] =>
  parts
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`)

/** What was skipped, below the reason for it. */
export const skippedOf = ({ skipped }: Tally): string[] =>
  [...Map.groupBy(skipped, ({ why }) => why)].flatMap(([why, tests]) => [
    `skipped (${why}):`,
    ...tests.map(({ name }) => `  ${name}`),
  ])

/** A stage that ends badly without naming a test, as when it crashes, has failed all the same. */
export const withExitCode = (tally: Tally, exitCode: number): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

/** Nothing failed, and something was tried. */
export const isGood = ({ passed, failed }: Tally) => failed === 0 && passed > 0

type Spec = {
  readonly file: string
  readonly title: string
  readonly tests: readonly {
    readonly projectName: string
    readonly status: string
    readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    readonly results: readonly { readonly duration: number }[]
  }[]
}
type Suite = { readonly specs: readonly Spec[]; readonly suites?: readonly Suite[] }

/** What we read of the report that Playwright writes. */
export type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
  readonly errors: readonly unknown[]
}

export function tallyOfPlaywright({ stats, suites, errors }: PlaywrightReport): Tally {
  const specs = suites.flatMap(specsIn)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: specs.flatMap(skippedIn),
    parts: specs.flatMap(partsOf),
  }
}

const specsIn = ({ specs, suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsIn)]

const skippedIn = ({ title, tests }: Spec): Skipped[] =>
  tests
    .filter(({ status }) => status === 'skipped')
    .map(({ projectName, annotations }) => {
      const skip = annotations.find(({ type }) => type === 'skip')
      const why = skip ? (skip.description ?? 'no reason given') : 'one before it failed'
      return { name: `${title} (${projectName})`, why }
    })

const partsOf = ({ file, title, tests }: Spec): Part[] =>
  tests.map(({ projectName, results }) => ({
    name: `${join('e2e', file)}: ${title} (${projectName})`,
    seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
  }))
