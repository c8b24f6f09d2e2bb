import { randomBytes } from 'node:crypto'
import type { Db, Tx } from './connection'

/** The value kept under a name; the first one to write it decides. */
export async function settingOr(db: Db, key: string, fresh: () => string): Promise<string> {
  const row = { key, value: fresh() }
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return value
}

/** What is kept under a name; null: nothing yet. */
export async function findSetting(db: Db, key: string): Promise<string | null> {
  const query = db.selectFrom('settings').select('value').where('key', '=', key)
  return (await query.executeTakeFirst())?.value ?? null
}

/** The queues as they were made the last time. */
export const QUEUES_MADE = 'queues'

/** Keeps this value under a name, in place of the last. */
export async function setSetting(db: Db | Tx, key: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/**
 * The keys that the simulator signs its webhooks with where anybody can reach it, newest first. Shop and simulator,
 * and all instances of both, have the same: whoever asks first makes them.
 */
export async function simulatorHmacKeys(db: Db): Promise<readonly string[]> {
  const fresh = () => [newHmacKey(), newHmacKey()].join(',')
  return (await settingOr(db, 'simulator_hmac_keys', fresh)).split(',')
}

/** As Adyen makes them: 64 hexadecimal digits. */
const newHmacKey = () => randomBytes(32).toString('hex').toUpperCase()

const CLOCK = 'clock_offset_ms'

/** How far the demonstration's clock is ahead of the real one, in milliseconds. */
export async function clockOffset(db: Db): Promise<number> {
  return Number((await findSetting(db, CLOCK)) ?? 0)
}

/** Moves the clock forward for every process at once. Time never runs backwards. */
export async function advanceClock(db: Db, milliseconds: number): Promise<void> {
  const ahead = String(Math.max(0, Math.trunc(milliseconds)))
  await db
    .insertInto('settings')
    .values({ key: CLOCK, value: ahead })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((e) => ({
        value: e.cast<string>(
          e(e.cast<number>(e.ref('settings.value'), 'bigint'), '+', Number(ahead)),
          'text',
        ),
      })),
    )
    .execute()
}
