import { existsSync, readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { type Bug, withBug } from './bug'
import { bugs } from './bugs'
import { ownBugs } from './own-bugs'
import { runApart } from './run-apart'

/* `npm run peers` asks all the tests; here it is seen to work, and the table to fit the code. */

test.each([...bugs, ...ownBugs])('the bug "$name" can still be put back', (bug) => {
  const text = readFileSync(bug.file, 'utf8')
  expect(withBug(bug, text)).not.toBe(text)
  expect(existsSync(bug.noticedBy.file)).toBe(true)
})

test('a bug whose place is gone, or is there twice, is said to be so', () => {
  const bug: Bug = {
    name: 'a bug',
    seenIn: 'nowhere',
    file: 'a.ts',
    changes: [['one', 'two']],
    noticedBy: { file: 'a.test.ts', test: 'a test' },
  }
  expect(withBug(bug, 'just one')).toBe('just two')
  expect(() => withBug(bug, 'nothing')).toThrow('this stands in a.ts 0 times')
  expect(() => withBug(bug, 'one and one')).toThrow('this stands in a.ts 2 times')
})

const ask = (words: string) =>
  runApart(['--import', 'tsx', 'lib/proof/mutants/main.ts', words], {
    TEST_DATABASE_URL: inject('testServer'),
  })

test('bugs of the state machine are put back, and noticed', async () => {
  const said = await ask('lib/core/order.test.ts')
  expect(said).toContain('a late success is ignored → noticed by "a success after a failure')
  expect(said).toContain('3 of 3 bugs noticed')
}, 60_000)

test('asking about no bug at all is no success', async () => {
  await expect(ask('no such bug')).rejects.toThrow('There is no such bug.')
})
