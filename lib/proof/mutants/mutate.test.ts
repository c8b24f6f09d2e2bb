import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runApart } from './run-apart'

/* `npm run mutate` takes minutes; here it is seen to work on one file, and its lists to fit the code. */

const settings = (name: string) => `lib/proof/mutants/stryker.${name}.json`
type Settings = { mutate: string[]; thresholds: { break: number }; vitest: { configFile: string } }

describe.each(['core', 'adyen', 'database'])('the mutants of %s', (name) => {
  const { mutate, thresholds, vitest } = JSON.parse(
    readFileSync(settings(name), 'utf8'),
  ) as Settings

  test('are made of files that are there', () => {
    for (const pattern of mutate.filter((each) => !each.startsWith('!')))
      expect(globSync(pattern), pattern).not.toEqual([])
    expect(existsSync(vitest.configFile)).toBe(true)
  })

  test('may survive one time in ten, and not more often', () => expect(thresholds.break).toBe(90))
})

test('nobody can miscount won without a test that notices', async () => {
  const only = ['--mutate', 'lib/core/money.ts', '--reporters', 'clear-text']
  const said = await runApart(['node_modules/.bin/stryker', 'run', settings('core'), ...only])
  expect(said).toMatch(/money\.ts\s*\|\s*(100\.00|9\d\.\d\d)/)
}, 120_000)
