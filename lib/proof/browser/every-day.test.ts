import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { engineNames } from '../engines/engine-names'
import { runApart } from '../mutants/run-apart'

/* What is left for `npm run test:exhaustive` is a combination, and never a story but for a long walk. */

/** Through pages that other stories come to every day, to measure them once more. */
const LONG_WALKS = /^edges\.spec\.ts (?:fits a narrow screen|shows what has the focus)/

const spec = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(z.object({ projectName: z.string() })),
})
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).default([])
  },
})
type Suite = z.output<typeof suite>

const storiesIn = ({ specs, suites }: Suite): string[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests.map(({ projectName }) => `${projectName}: ${file} ${title}`),
  ),
  ...suites.flatMap(storiesIn),
]

async function played(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const list = [join('node_modules', '.bin', 'playwright'), 'test', '--list', '--reporter=json']
  const report = JSON.parse(await runApart(list, settings))
  return z
    .object({ suites: z.array(suite) })
    .parse(report)
    .suites.flatMap(storiesIn)
}
/** They tell once more, in other engines, what the phone tells. */
const ENGINES = new RegExp(`^(?:${engineNames.join('|')}): `)
const withoutProject = (stories: readonly string[]) =>
  new Set(stories.map((story) => story.replace(/^[^:]*: /, '')))

let everyDay: string[]
let all: string[]
beforeAll(async () => {
  everyDay = await played({})
  all = await played({ NORANG_EXHAUSTIVE: '1' })
})

test('every story is played every day, and its other combinations when all is asked for', () => {
  const ours = (stories: readonly string[]) => stories.filter((story) => !ENGINES.test(story))
  const stories = [...withoutProject(ours(all))].filter((story) => !LONG_WALKS.test(story))
  expect(withoutProject(ours(everyDay))).toEqual(new Set(stories))
  expect(everyDay.filter((story) => !all.includes(story))).toEqual([])
  expect(everyDay.length).toBeLessThan(all.length)
})

test.each(['phone', 'phone without JavaScript'])('a %s buys and pays every day', (project) => {
  const buys = `${project}: buying.spec.ts a shopper buys, approves, and the order turns paid`
  expect(everyDay.filter((story) => story.startsWith(buys))).toHaveLength(1)
})

test.each(engineNames)(
  '%s has one story every day, and each with JavaScript and without',
  (engine) => {
    const of = (stories: readonly string[]) =>
      stories.filter((story) => story.startsWith(`${engine}: `))
    expect(of(everyDay)).toEqual([
      `${engine}: ../lib/proof/engines/engines.spec.ts a shopper buys, with JavaScript`,
    ])
    expect(of(all)).toHaveLength(6 * 2)
  },
)
