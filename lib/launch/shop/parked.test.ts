import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { type OrderId, SECOND } from '@/lib/core/ids'
import { listParked, storeNotification } from '@/lib/db/inbox'
import { findOrder } from '@/lib/db/orders'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aPaidNumberedOrder, typistOn } from '@/lib/proof/shop/typed-commands'

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())

const type = (...words: string[]) => typistOn(scratch.url)(...words)

let id: OrderId
let number: string
let waiting: string
/** A dispute over a paid order, in a currency that nobody can compare. */
beforeEach(async () => {
  await shop.deps.db.deleteFrom('webhookInbox').execute()
  const paid = await aPaidNumberedOrder(shop)
  const { reference } = paid
  ;({ id, number } = paid)
  const item = {
    eventCode: 'CHARGEBACK',
    success: 'true',
    merchantAccountCode: shop.deps.shop.merchantAccount,
    merchantReference: reference,
    originalReference: (await findOrder(shop.deps.db, id))?.paidBy,
    pspReference: `DISPUTE${number}`,
    amount: { currency: 'USD', value: 1000 },
  }
  const about = { eventCode: 'CHARGEBACK', reference, live: 'false', fingerprint: `odd ${number}` }
  const now = new Date(await shop.deps.clock.now())
  await storeNotification(shop.deps.db, { ...about, item: JSON.stringify(item) }, 'false', now)
  await shop.advance(SECOND)
  waiting = String((await listParked(shop.deps.db))[0]?.id)
})

test('what waits is listed, and applied for as much as a person says, after a look', async () => {
  const listed = await type('parked', 'list')
  expect(listed.said).toContain('1 parked')
  expect(listed.said).toContain('CHARGEBACK')

  const vague = await type('parked', 'apply', waiting, '--yes')
  expect(vague).toMatchObject({ code: 1 })
  expect(vague.complained).toContain('1000 in minor units of USD')
  expect(vague.complained).toContain('Where you know how much: --amount.')

  const shown = await type('parked', 'apply', waiting, '--amount', '4,000원')
  expect(shown.code).toBe(2)
  expect(shown.said).toContain(
    `Order ${number}: ₩15,000 came, ₩15,000 kept; then ₩15,000 came, ₩11,000 kept, ₩4,000 taken by disputes.`,
  )
  expect(shown.complained).toContain(`parked apply ${waiting} --amount 4000 --yes`)
  const before = await findOrder(shop.deps.db, id)
  expect(before && allBooks(before).taken.minor).toBe(0)

  expect((await type('parked', 'apply', waiting, '--amount', '4000', '--yes')).code).toBe(0)
  const after = await findOrder(shop.deps.db, id)
  expect(after && allBooks(after).taken.minor).toBe(4000)
  const again = await type('parked', 'apply', waiting, '--amount', '4000', '--yes')
  expect(again.complained).toContain('is applied already')
})

test.each(['0', '-4000', '$4', 'all'])('for %s nothing is applied', async (amount) => {
  const told = await type('parked', 'apply', waiting, `--amount=${amount}`, '--yes')
  expect(told.complained).toContain('is no amount in whole won')
  expect(await listParked(shop.deps.db)).toHaveLength(1)
})

test('what needs nothing is put aside with a note, and is on the list no more', async () => {
  const silent = await type('parked', 'put-aside', waiting, '--yes')
  expect(silent.complained).toContain('Say why nothing is to be done')
  const line = ['parked', 'put-aside', waiting, '--note', 'Settled with the bank']
  expect((await type(...line)).code).toBe(2)
  expect(await listParked(shop.deps.db)).toHaveLength(1)
  expect((await type(...line, '--yes')).code).toBe(0)
  expect((await type('parked', 'list')).said).toContain('0 parked')
  const row = await shop.deps.db
    .selectFrom('webhookInbox')
    .select('note')
    .where('note', 'is not', null)
  expect(await row.execute()).toEqual([{ note: 'Settled with the bank' }])
})

test.each(['7777777', 'x', '-1', '1.5'])('there is no notification %s', async (typed) => {
  const told = await type('parked', 'apply', typed, '--yes')
  expect(told).toMatchObject({ code: 1 })
  expect(told.complained).toContain('There is no notification')
})

test('all that waits is tried anew', async () => {
  await shop.deps.db
    .updateTable('webhookInbox')
    .set((e) => ({ item: e.fn<string>('replace', ['item', e.val('USD'), e.val('KRW')]) }))
    .where('id', '=', Number(waiting))
    .execute()
  const told = await type('parked', 'again')
  expect(told.said).toContain('1 parked')
  await shop.advance(SECOND)
  const after = await findOrder(shop.deps.db, id)
  expect(after && allBooks(after).taken.minor).toBe(1000)
})
