import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { besideBefore } from '@/lib/proof/run/run-sizes'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { complaints, fillStock, runRealHistory } from '../simulation-on-postgres/run-real-history'
import { type Build, openBuild } from './open-build'
import { sharedCast } from './shared-cast'
import { liveOrder, liveSubscription, ORDER_BEATS, SUBSCRIPTION_BEATS } from './shared-lives'
import { unpackCommit } from './unpack-commit'
import { versions } from './versions'

/*
 * While a new version is rolled out, the one before works beside it on the new schema. Here it does, by its own code:
 * what was begun by one is gone on with by the other, both ways.
 */

const MOST_MS = 6 * 3_600_000
const before = versions.at(-2)
const folder = await unpackCommit(before?.commit ?? '')

let database: ScratchDatabase
let builds: { this: Build; before: Build }

beforeEach(async ({ skip }) => {
  skip(folder === null, `${before?.commit} is not in this clone: git fetch --unshallow brings it`)
  if (folder === null || builds) return
  database = await scratchDatabase()
  const now = await openBuild(process.cwd(), database)
  builds = { this: now, before: await openBuild(folder, database, now) }
  await fillStock(builds.this.shop)
})

afterAll(async () => {
  await builds?.before.shop.close()
  await builds?.this.shop.close()
  await database?.drop()
})

test('the version before starts on a database of this one, and leaves it alone', async () => {
  const { bringUpToDate, shop } = builds.before
  expect(await bringUpToDate(shop.deps.db, database.url)).toEqual({ kind: 'as_wanted' })
})

const directions = [
  ['this', 'before'],
  ['before', 'this'],
] as const

/** Whose turn a beat is: by turns, and handed over once, at any beat. */
const inTurns = (beat: number): 0 | 1 => (beat % 2 === 0 ? 0 : 1)
const handOvers = (beats: number) => [
  inTurns,
  ...Array.from({ length: beats - 1 }, (_, last) => (beat: number) => (beat <= last ? 0 : 1)),
]

describe.each(directions)('what %s begins and %s goes on with', (...direction) => {
  test(
    'is the order that one of them alone would have lived',
    async () => {
      const alone = await liveOrder(() => builds.this)
      expect(alone.ends).toEqual(['refunded 15000 15000'])
      for (const turn of handOvers(ORDER_BEATS))
        expect(await liveOrder((beat) => builds[direction[turn(beat)]])).toEqual(alone)
    },
    MOST_MS,
  )

  test(
    'is the subscription that one of them alone would have lived',
    async () => {
      const name = direction.join('.')
      const alone = await liveSubscription(() => builds.this, `alone.${name}@example.com`)
      expect(alone.ends).toEqual(['paid 9900 0', 'paid 16200 0', 'paid 16200 0'])
      const turns =
        besideBefore.handOvers === 'everywhere' ? handOvers(SUBSCRIPTION_BEATS) : [inTurns]
      for (const [index, turn] of turns.entries()) {
        const whose = (beat: number) => builds[direction[turn(beat)]]
        expect(await liveSubscription(whose, `${index}.${name}@example.com`)).toEqual(alone)
      }
    },
    MOST_MS,
  )
})

test(
  `${besideBefore.histories} random histories that both live together, with processes of both that die`,
  async () => {
    const both = [builds.this, builds.before] as const
    for (let seed = 1; seed <= besideBefore.histories; seed++) {
      const cast = sharedCast(both, seed % 2 === 0 ? builds.this : builds.before)
      const broken = await runRealHistory(builds.this.shop, seed, cast)
      expect(broken ?? complaints(builds.before.shop), `seed ${seed}`).toBeNull()
    }
  },
  MOST_MS,
)
