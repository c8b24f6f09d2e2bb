import { expect, inject, test } from 'vitest'
import { HOUR, instant, MINUTE } from '@/lib/core/ids'
import { type AboutDatabase, aboutDatabase } from '@/lib/db/server/about-database'
import { needsPooler, startPooler } from '@/lib/proof/shop/pooler'
import { seenStates } from '@/lib/proof/shop/three-states'
import { checkDatabase, type DatabaseSeen, type WorkSeen } from './check-database'

const states = seenStates()

const about: AboutDatabase = {
  version: '18.4',
  isEncrypted: true,
  way: 'direct',
  aheadMs: 40,
  free: 80,
}
const noon = instant(Date.parse('2026-11-30T12:00:00Z'))
const work: WorkSeen = { now: noon, due: null, lastDoneMsAgo: 5 * MINUTE }
const host: Parameters<typeof checkDatabase>[0] = {
  databaseUrl: 'postgres://db.example/norang',
  longRunning: true,
  cronSecret: null,
}

type Change = Partial<typeof host> &
  Partial<AboutDatabase> & { work?: WorkSeen | null; schema?: 'lacking' | 'too_new' }

function of({ work: seenWork = work, schema, ...change }: Change) {
  const seen: DatabaseSeen = {
    kind: 'seen',
    about: { ...about, ...change },
    work: seenWork,
    secret: null,
    schema:
      schema === 'too_new' ? { kind: schema, newest: '099' } : { kind: schema ?? 'as_wanted' },
  }
  return checkDatabase({ ...host, ...change }, seen, 'db.example/norang')
}

test.each<[Parameters<typeof states.note>[1], string, Change]>([
  ['database', 'ok', {}],
  ['database', 'wrong', { version: '12.9' }],
  ['database', 'unknown', { databaseUrl: '' }],
  ['database_tls', 'ok', {}],
  ['database_tls', 'ok', { isEncrypted: false, databaseUrl: 'postgres://127.0.0.1/norang' }],
  ['database_tls', 'wrong', { isEncrypted: false }],
  ['database_tls', 'unknown', { isEncrypted: false, databaseUrl: 'postgres://db/norang' }],
  ['database_tls', 'unknown', { isEncrypted: null, way: 'unclear' }],
  ['pooler', 'ok', {}],
  ['pooler', 'ok', { way: 'pooled', longRunning: false, cronSecret: 'x' }],
  ['pooler', 'wrong', { longRunning: false }],
  ['pooler', 'unknown', { way: 'unclear' }],
  ['schema', 'ok', {}],
  ['schema', 'wrong', { schema: 'lacking' }],
  ['schema', 'wrong', { schema: 'too_new' }],
  ['clock', 'ok', {}],
  ['clock', 'unknown', { aheadMs: -5_000 }],
  ['clock', 'wrong', { aheadMs: 3_600_000 }],
  ['connections', 'ok', {}],
  ['connections', 'unknown', { free: 20 }],
  ['connections', 'unknown', { free: null }],
  ['connections', 'wrong', { free: 3 }],
  ['work', 'ok', {}],
  ['work', 'unknown', { work: { ...work, lastDoneMsAgo: null } }],
  ['work', 'unknown', { work: null }],
  ['work', 'wrong', { work: { ...work, due: instant(noon - HOUR) } }],
  ['work', 'wrong', { longRunning: false }],
])('%s is %s', (id, state, change) => {
  expect(states.note(of(change), id).state).toBe(state)
})

test('where functions are woken by a cron once a day, work may wait for it', () => {
  const waiting = { ...work, due: instant(noon - 20 * HOUR) }
  const woken = { longRunning: false, cronSecret: 'x', way: 'pooled', work: waiting } as const
  expect(states.note(of(woken), 'work').state).toBe('ok')
})

test('of a database that is away nothing else is known, and why is said', () => {
  const found = checkDatabase(host, { kind: 'away', why: 'password failed' }, 'db.example/norang')
  expect(states.note(found, 'database')).toMatchObject({ state: 'wrong' })
  expect(found[0]?.said.en).toContain('password failed')
  expect(found.slice(1).every(({ state }) => state === 'unknown')).toBe(true)
  expect(found.map(({ id }) => id)).toEqual(of({}).map(({ id }) => id))
})

test('each of them was seen in all three states', () => {
  states.expectAllThreeOf(of({}).map(({ id }) => id))
})

test('a real database says who it is, and that nobody stands between', async () => {
  const seen = await aboutDatabase(inject('testServer'))
  expect(seen).toMatchObject({ version: expect.stringMatching(/^\d+/), way: 'direct' })
  expect(seen.isEncrypted).toBe(false)
  expect(Math.abs(seen.aheadMs)).toBeLessThan(5_000)
  expect(seen.free).toBeGreaterThan(0)
})

test('one that is not there is an error with its reason', async () => {
  await expect(aboutDatabase('postgres://127.0.0.1:1/nothing')).rejects.toThrow()
})

test('one behind PgBouncer is not taken for one that is reached directly', async (context) => {
  needsPooler(context)
  const pooler = await startPooler(inject('testServer'))
  try {
    expect((await aboutDatabase(pooler.through(inject('testServer')))).way).not.toBe('direct')
  } finally {
    await pooler.stop()
  }
})
