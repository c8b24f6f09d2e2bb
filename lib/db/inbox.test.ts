import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paymentId } from '@/lib/core/ids'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { connect } from './connection'
import {
  applyAgain,
  applyAgainOf,
  applyLater,
  findNotification,
  type InboxItem,
  listItemsNaming,
  listParked,
  markApplied,
  park,
  putAside,
  storeNotification,
} from './inbox'

/* Our environment is "false" here: what claims to be live is another's. */

let database: ScratchDatabase
let open: ReturnType<typeof connect>
beforeAll(async () => {
  database = await scratchDatabase()
  open = connect(database.url)
})
afterAll(async () => {
  await open.db.destroy()
  await database.drop()
})
beforeEach(async () => {
  await open.db.deleteFrom('webhookInbox').execute()
  await open.db.deleteFrom('jobsDue').execute()
})

const noon = new Date('2026-11-23T03:00:00Z')
const later = new Date('2026-11-23T04:00:00Z')
const plain: InboxItem = {
  fingerprint: 'one',
  item: '{"a":1}',
  live: 'false',
  eventCode: 'AUTHORISATION',
  reference: 'ours',
}
const store = (fields: Partial<InboxItem> = {}, at = noon) =>
  storeNotification(open.db, { ...plain, ...fields }, 'false', at)
const rows = () => open.db.selectFrom('webhookInbox').selectAll().orderBy('id').execute()
const jobs = () =>
  open.db.selectFrom('jobsDue').select(['name', 'payload', 'dueAt']).orderBy('id').execute()
const theId = async () => (await rows())[0]?.id ?? -1
const liveNow = async () => (await rows()).map(({ live }) => live)

test('a new notification is kept as it came, with the job that applies it at once', async () => {
  await store()
  const id = await theId()
  expect(await rows()).toEqual([
    {
      ...plain,
      id,
      receivedAt: noon,
      appliedAt: null,
      parkedWhy: null,
      isOld: false,
      putAsideAt: null,
      note: null,
    },
  ])
  expect(await jobs()).toEqual([
    { name: 'apply_notification', payload: expect.any(String), dueAt: noon },
  ])
  expect(JSON.parse((await jobs())[0]?.payload ?? '')).toEqual({ notification: id })
})

test('a repeat of what is still to be applied changes nothing', async () => {
  await store()
  await store({ item: '{"a":2}' }, later)
  expect(await rows()).toMatchObject([{ item: '{"a":1}', receivedAt: noon }])
  expect(await jobs()).toHaveLength(1)
})

test('a repeat of what was applied changes nothing, not even with another environment', async () => {
  await store({ live: 'true' })
  await markApplied(open.db, await theId(), later)
  await store({ live: 'false' }, later)
  expect(await liveNow()).toEqual(['true'])
  expect(await jobs()).toHaveLength(1)
})

test('a repeat of what is parked is tried again, at the time of the repeat', async () => {
  await store()
  await park(open.db, await theId(), 'unknown_reference')
  await store({}, later)
  expect((await jobs()).map(({ dueAt }) => dueAt)).toEqual([noon, later])
  expect(await rows()).toHaveLength(1)
})

test('of two copies the one from our own environment counts', async () => {
  await store({ live: 'true' })
  await store({ live: 'false' })
  expect(await liveNow()).toEqual(['false'])
  expect(await jobs()).toHaveLength(2)
  await store({ live: 'true' })
  expect(await liveNow()).toEqual(['false'])
  expect(await jobs()).toHaveLength(2)
})

test('a parked copy of our own environment does not become another’s', async () => {
  await store()
  await park(open.db, await theId(), 'unknown_reference')
  await store({ live: 'true' })
  expect(await liveNow()).toEqual(['false'])
})

test('text that Postgres cannot hold, or that never ends, is shortened in lists and not in the item', async () => {
  const item = 'x'.repeat(1000)
  const endless = `\0${'y'.repeat(300)}`
  await store({ item, live: endless, eventCode: endless, reference: endless })
  const shown = `�${'y'.repeat(199)}`
  expect(await rows()).toMatchObject([{ item, live: shown, eventCode: shown, reference: shown }])
})

test('a notification is found with all that is known of it, or not at all', async () => {
  await store()
  const id = await theId()
  expect(await findNotification(open.db, id)).toEqual({
    ...plain,
    id,
    appliedAt: null,
    parkedWhy: null,
    isOld: false,
  })
  expect(await findNotification(open.db, id + 1)).toBeNull()
})

test('parking one leaves the others alone, and applying it takes the reason away', async () => {
  await store()
  await store({ fingerprint: 'two', reference: 'theirs', eventCode: 'REFUND' })
  const id = await theId()
  await park(open.db, id, 'wrong_amount')
  const { eventCode, reference } = plain
  expect(await listParked(open.db)).toEqual([
    { id, eventCode, reference, parkedWhy: 'wrong_amount', receivedAt: noon },
  ])
  await markApplied(open.db, id, later)
  expect(await listParked(open.db)).toEqual([])
  expect((await rows()).map(({ appliedAt }) => appliedAt)).toEqual([later, null])
})

test('what was parked is listed oldest first', async () => {
  for (const fingerprint of ['one', 'two', 'three']) await store({ fingerprint })
  for (const { id } of (await rows()).reverse()) await park(open.db, id, 'unknown_reference')
  const ids = (await listParked(open.db)).map(({ id }) => id)
  expect(ids).toEqual((await rows()).map(({ id }) => id))
})

test('all that were parked for one reason are tried again, and no other', async () => {
  for (const fingerprint of ['one', 'two', 'three']) await store({ fingerprint })
  await open.db.deleteFrom('jobsDue').execute()
  const [one, two, three] = (await rows()).map(({ id }) => id)
  for (const id of [one, three]) await park(open.db, id ?? -1, 'unknown_refund')
  await park(open.db, two ?? -1, 'wrong_amount')
  await applyAgain(open.db, 'unknown_refund', later)
  expect(await jobs()).toEqual(
    [one, three].map((notification) => ({
      name: 'apply_notification',
      payload: `{"notification" : ${notification}}`,
      dueAt: later,
    })),
  )
})

test('those of one payment are tried again, by its own name or that of its attempt, and no other', async () => {
  const one = { item: JSON.stringify({ originalReference: 'PSP1' }), reference: 'another' }
  await store({ fingerprint: 'one', ...one })
  await store({ fingerprint: 'two', reference: 'ours' })
  const another = { item: JSON.stringify({ originalReference: 'PSP2' }), reference: 'another' }
  await store({ fingerprint: 'three', ...another })
  await store({ fingerprint: 'four', reference: 'ours' })
  await open.db.deleteFrom('jobsDue').execute()
  const ids = (await rows()).map(({ id }) => id)
  for (const id of ids) await park(open.db, id, 'unknown_payment')
  await putAside(open.db, ids[3] ?? -1, 'A test of ours', later)
  const about = { payment: paymentId('PSP1'), reference: 'ours' }
  await open.db.transaction().execute((tx) => applyAgainOf(tx, 'unknown_payment', about, later))
  const again = (await jobs()).map(({ payload }) => JSON.parse(payload).notification)
  expect(again).toEqual(ids.slice(0, 2))
})

test('what a person has put aside waits for nobody, and is kept with the note', async () => {
  await store()
  const [{ id } = { id: -1 }] = await rows()
  expect(await putAside(open.db, id, 'Not ours', later)).toBe(false)
  await park(open.db, id, 'unknown_reference')
  expect(await putAside(open.db, id, 'Not ours', later)).toBe(true)
  expect(await putAside(open.db, id, 'Again', later)).toBe(false)
  expect(await listParked(open.db)).toEqual([])
  expect(await rows()).toMatchObject([{ note: 'Not ours', putAsideAt: later, appliedAt: null }])
})

test('when nothing was parked for that reason, nothing is to be done', async () => {
  await store()
  await open.db.deleteFrom('jobsDue').execute()
  await applyAgain(open.db, 'unknown_refund', later)
  expect(await jobs()).toEqual([])
})

test('what names a payment is found, oldest first, and nothing else', async () => {
  await store({ fingerprint: 'money', item: '{"pspReference":"MONEY"}' })
  await store({ fingerprint: 'other', item: '{"pspReference":"OTHER"}' })
  await store({ fingerprint: 'back', item: '{"originalReference":"MONEY"}' })
  expect(await listItemsNaming(open.db, 'MONEY')).toEqual([
    '{"pspReference":"MONEY"}',
    '{"originalReference":"MONEY"}',
  ])
})

test('one is tried again at its time', async () => {
  await open.db.transaction().execute((tx) => applyLater(tx, 7, later))
  expect(await jobs()).toEqual([
    { name: 'apply_notification', payload: '{"notification":7}', dueAt: later },
  ])
})
