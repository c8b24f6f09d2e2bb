import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { hasGoods } from '@/lib/db/goods/products'
import { lookAtOurSchema } from '@/lib/db/migrate'
import { hasMark } from '@/lib/db/production-mark'
import { createDeps, type ShopDeps } from '@/lib/deps'
import { readEnv, SettingsError } from '@/lib/env'
import { togetherWords } from '@/lib/i18n/settings/together-words'
import { workOff } from '@/lib/jobs/work'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { prepareDeployment } from './prepare-deployment'

const OF_PRODUCTION = togetherWords.database_of_production.en

/* What `npm run migrate` does with a database before a deployment on Vercel is built. */

const server = inject('testServer')
const databases: string[] = []
const aDatabase = async () => {
  const url = await createScratchDatabase(server)
  databases.push(url)
  return url
}
afterAll(() => Promise.all(databases.map((url) => dropScratchDatabase(server, url))))

// On this machine, since so is the database.
const deployment = (kind: 'production' | 'preview', settings: Record<string, string>) =>
  readEnv({ VERCEL: '1', VERCEL_ENV: kind, BASE_URL: 'http://localhost:3000', ...settings })

const refused = (kind: 'production' | 'preview', settings: Record<string, string>) =>
  prepareDeployment(deployment(kind, settings)).then(
    () => [],
    (error: unknown) => {
      if (error instanceof SettingsError) return error.mistakes.map(({ en }) => en)
      throw error
    },
  )

async function within<T>(settings: ReturnType<typeof readEnv>, work: (on: ShopDeps) => Promise<T>) {
  const on = createDeps(settings, () => undefined)
  try {
    return await work(on)
  } finally {
    await on.db.destroy()
  }
}

describe('a database of production', () => {
  let url: string
  beforeAll(async () => {
    url = await aDatabase()
    expect(await prepareDeployment(deployment('production', { DATABASE_URL: url }))).toBe(0)
  })

  test('has the schema, the demonstration’s goods on the simulator, and a mark', () =>
    within(deployment('production', { DATABASE_URL: url }), async ({ db, pool }) => {
      expect((await lookAtOurSchema(db)).kind).toBe('as_wanted')
      expect(await hasGoods(db)).toBe(true)
      expect(await hasMark(pool)).toBe(true)
    }))

  test.each(['DATABASE_URL', 'DATABASE_URL_UNPOOLED'])(
    'is refused by a preview that finds it behind %s, before anything is done in it',
    async (name) => {
      const own = await aDatabase()
      expect(await refused('preview', { DATABASE_URL: own, [name]: url })).toEqual([OF_PRODUCTION])
      await within(deployment('preview', { DATABASE_URL: own }), async ({ pool }) => {
        const { rows } = await pool.query(`select to_regclass('settings') as made`)
        expect(rows).toEqual([{ made: null }])
      })
    },
  )

  test('is refused by every connection of a preview that got its address after it was built', () =>
    within(deployment('preview', { DATABASE_URL: url }), async (preview) => {
      await expect(hasGoods(preview.db)).rejects.toThrow(OF_PRODUCTION)
      await expect(workOff(preview, 1_000)).rejects.toThrow(OF_PRODUCTION)
      const simulator = new pg.Pool(preview.simulatorPool)
      await expect(simulator.query('select 1')).rejects.toThrow(OF_PRODUCTION)
      await simulator.end()
    }))

  test('is used by a preview that is told that it is a copy', async () => {
    const copy = { DATABASE_URL: url, PREVIEW_DATABASE: 'copy' }
    expect(await refused('preview', copy)).toEqual([])
    await within(deployment('preview', copy), async ({ db }) => {
      expect(await hasGoods(db)).toBe(true)
    })
  })
})

test('a preview’s own database is made ready, again and again, and has no mark', async () => {
  const settings = deployment('preview', { DATABASE_URL: await aDatabase() })
  expect([await prepareDeployment(settings), await prepareDeployment(settings)]).toEqual([0, 0])
  await within(settings, async ({ db, pool }) => {
    expect(await hasGoods(db)).toBe(true)
    expect(await hasMark(pool)).toBe(false)
  })
})

test('without a database a preview is built all the same, and production is not', async () => {
  expect(await refused('preview', {})).toEqual([])
  expect(await refused('production', {})).toEqual([
    expect.stringMatching(/^DATABASE_URL is missing/),
  ])
})

test('a database that is away is named, without its password', async () => {
  const away = { DATABASE_URL: 'postgres://norang:secret@127.0.0.1:1/away' }
  await expect(refused('production', away)).rejects.toThrow(
    /^The database 127\.0\.0\.1:1\/away cannot be made ready: .*ECONNREFUSED/,
  )
})

test('the schema is made by the way past the pooler, and has to be there behind the other', async () => {
  const [one, other] = [await aDatabase(), await aDatabase()]
  const two = { DATABASE_URL: one, DATABASE_URL_UNPOOLED: other }
  expect(await refused('preview', two)).toEqual([expect.stringContaining('two databases')])
})

test('a function has three connections at most, one of them the simulator’s', async () => {
  const settings = deployment('preview', { DATABASE_URL: await aDatabase() })
  await prepareDeployment(settings)
  await within(settings, async (shop) => {
    const simulator = new pg.Pool(shop.simulatorPool)
    await Promise.all([
      ...Array.from({ length: 20 }, () => workOff(shop, 2_000)),
      ...Array.from({ length: 20 }, () => simulator.query('select 1')),
    ])
    const { rows } = await shop.pool.query(
      'select count(*)::int as all from pg_stat_activity where datname = current_database()',
    )
    expect(rows).toEqual([{ all: 3 }])
    await simulator.end()
  })
})
