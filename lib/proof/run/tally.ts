import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'

type Skipped = { readonly name: string; readonly why: string }

/** What a stage of `npm test` found. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
}

export const addUp = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
})

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`
}

/** A stage that ends badly without naming a test, as when it crashes, has failed all the same. */
export const believe = (tally: Tally, exitCode: number): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

/** Nothing failed, and something was tried. */
export const isGood = ({ passed, failed }: Tally) => failed === 0 && passed > 0

export function tallyOfPlaywright({ stats, suites, errors }: JSONReport): Tally {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: suites.flatMap(skippedIn),
  }
}

const skippedIn = ({ specs, suites = [] }: JSONReportSuite): Skipped[] => [
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ projectName, annotations }) => ({
        name: `${title} (${projectName})`,
        why: annotations.find(({ type }) => type === 'skip')?.description ?? NO_REASON,
      })),
  ),
  ...suites.flatMap(skippedIn),
]

export const NO_REASON = 'no reason given'
