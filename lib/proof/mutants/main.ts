import { requireNodeVersion } from '@/lib/launch/node-version'

/* Puts known bugs back, all or those with the given words in their name or their test's file. */

requireNodeVersion()
const { bugs } = await import('./bugs')
const { ownBugs } = await import('./own-bugs')
const { testBugs } = await import('./peers')

const words = process.argv.slice(2).join(' ')
const chosen = [...bugs, ...ownBugs].filter(({ name, noticedBy }) =>
  `${name} ${noticedBy.file}`.includes(words),
)
if (chosen.length === 0) throw new Error('There is no such bug.')
let noticed = 0
for await (const { bug, problem } of testBugs(chosen)) {
  const { test } = bug.noticedBy
  console.log(
    `${bug.name} → ${problem === null ? 'noticed by' : `NOT NOTICED, ${problem}:`} "${test}"`,
  )
  if (problem === null) noticed += 1
}
console.log(`${noticed} of ${chosen.length} bugs noticed`)
process.exit(noticed === chosen.length ? 0 : 1)
