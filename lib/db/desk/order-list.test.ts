import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderId } from '@/lib/core/ids'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet } from '@/lib/proof/shop/subscriber'
import { findOrderRow, updateCustomer } from '../orders'
import { listAgain } from './list-again'
import { listOrders } from './order-list'
import { everyOrder, type OrderFilter, type OrderQuery } from './order-query'
import { askedWords } from './order-words'

let shop: TestShop
let hong: OrderId
let lee: OrderId
let gone: OrderId

beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'off' })
  hong = await buy({ name: '홍길동', phone: '+821098765432', email: 'hong@example.com' })
  lee = await buy({
    name: '이영희',
    phone: '+821011112222',
    address: '부산광역시 해운대구 해운대로 7',
  })
  gone = await buy({ name: '박민준', phone: '+821033334444' })
  await approveInWallet(shop, hong)
  await approveInWallet(shop, lee)
  await cancelOwnOrder(shop.deps, gone)
  const tracking = { carrier: 'CJ대한통운', number: '612345678901' }
  await sendParcel(shop.deps, { kind: 'merchant' }, lee, { pieces: null, tracking, despite: null })
})
afterAll(() => shop.close())

async function buy(who: object): Promise<OrderId> {
  const input = await aVisitorWithACart(shop)
  return checkOut(shop, {
    ...input,
    customer: { ...input.customer, ...who },
    device: 'Safari, iPhone',
  })
}

const ids = async (query: Partial<OrderQuery>, most = 50) => {
  const { rows } = await listOrders(shop.deps.db, { ...everyOrder, ...query }, most)
  return rows.map(({ id }) => id)
}
const looksFor = (text: string, mayNamePeople = true) =>
  ids({ search: { ...askedWords(text), mayNamePeople } })
const filtered = (filter: Partial<OrderFilter>) =>
  ids({ filter: { ...everyOrder.filter, ...filter } })
const one = async (sql: string, ...values: unknown[]) =>
  (await shop.deps.pool.query(sql, values)).rows[0]?.it

describe('whoever rings up is found', () => {
  test.each([
    '5432',
    '010-9876-5432',
    '+82 10 9876 5432',
    '홍길동',
    'ㅎㄱㄷ',
    '홍 5432',
    'HONG@example.com',
  ])('by %s', async (text) => expect(await looksFor(text)).toEqual([hong]))

  test('by the number of the order, and by whatever reference is at hand', async () => {
    const references = [
      await one('select number as it from orders where id = $1', hong),
      await one('select lower(number) as it from orders where id = $1', hong),
      await one('select reference as it from attempts where order_id = $1', hong),
      await one(
        'select payment as it from payments join attempts on id = attempt_id where order_id = $1',
        hong,
      ),
    ]
    for (const reference of references) {
      expect(await looksFor(reference), reference).toEqual([hong])
      expect(await looksFor(reference, false), reference).toEqual([hong])
    }
  })

  test('by the number of the parcel, in any groups', async () => {
    for (const text of ['612345678901', '6123-4567-8901', '6123 4567 8901'])
      expect([await looksFor(text), await looksFor(text, false)]).toEqual([[lee], [lee]])
  })

  test('by the address as it is now, and no more by the one of before', async () => {
    const row = await findOrderRow(shop.deps.db, gone)
    const address = '제주특별자치도 서귀포시 중앙로 1'
    await shop.deps.db.transaction().execute(async (tx) => {
      if (row) await updateCustomer(tx, gone, { ...row.customer, address })
    })
    expect(await looksFor('서귀포')).toEqual([gone])
    expect(await looksFor('중구 박민준')).toEqual([])
  })
})

test('whoever may not see whose an order is does not find it by a name or a phone', async () => {
  for (const text of ['홍길동', '5432', 'hong@example.com', '유자청'])
    expect(await looksFor(text, false)).toEqual([])
})

test.each(['%', '_', "' or 1=1 --", '\\', '🍋🍋', '{}', '가'.repeat(10_000)])(
  '%.9s finds nothing and breaks nothing',
  async (text) => expect(await looksFor(text)).toEqual([]),
)

test('filters show what is meant', async () => {
  expect(await filtered({})).toEqual([gone, lee, hong])
  expect(await filtered({ status: 'paid' })).toEqual([lee, hong])
  expect(await filtered({ sent: 'to_be_sent' })).toEqual([hong])
  expect(await filtered({ sent: 'sent' })).toEqual([lee])
  expect(await filtered({ status: 'cancelled' })).toEqual([gone])
  expect(await filtered({ method: 'kakaopay', device: 'iPhone' })).toEqual([gone, lee, hong])
  expect(await filtered({ device: 'Android' })).toEqual([])
  expect(await filtered({ least: 15_001 })).toEqual([])
  expect(await filtered({ kind: 'single' })).toEqual([gone, lee, hong])
  expect(await filtered({ kind: 'subscription' })).toEqual([])
  expect(await filtered({ claimed: 'open' })).toEqual([])
  expect(await filtered({ money: 'part_refunded' })).toEqual([])
})

test('a page leads to the next and back, in every order', async () => {
  for (const sort of ['newest', 'oldest', 'dear', 'cheap'] as const) {
    const all = await ids({ sort })
    const rows = (await listOrders(shop.deps.db, { ...everyOrder, sort }, 50)).rows
    const at = (place: number, side: 'after' | 'before') => {
      const row = rows[place]
      const byAmount = sort === 'dear' || sort === 'cheap'
      const key = (byAmount ? row?.amount : row?.createdAt.getTime()) ?? 0
      return { side, key, number: row?.number ?? '' }
    }
    expect(await ids({ sort, cursor: at(0, 'after') }, 1)).toEqual([all[1]])
    expect(await ids({ sort, cursor: at(2, 'before') }, 1)).toEqual([all[1]])
    expect(await ids({ sort, cursor: at(2, 'before') })).toEqual(all.slice(0, 2))
    expect(await ids({ sort, cursor: at(2, 'after') })).toEqual([])
  }
})

describe('an order of before there were lists, or that the version before has changed', () => {
  test('is found and listed as soon as the worker has come by', async () => {
    await shop.deps.pool.query('delete from order_words')
    await shop.deps.pool.query('update orders set listed_at = null, sent = null')
    expect(await looksFor('홍길동')).toEqual([])
    expect(await filtered({ sent: 'sent' })).toEqual([])

    expect(await listAgain(shop.deps.db, 2)).toBe(2)
    expect(await listAgain(shop.deps.db, 2)).toBe(1)
    expect(await listAgain(shop.deps.db, 2)).toBe(0)
    expect(await looksFor('홍길동')).toEqual([hong])
    expect(await filtered({ sent: 'sent' })).toEqual([lee])
  })

  test('keeps nobody waiting who holds it', async () => {
    await shop.deps.pool.query('update orders set listed_at = null')
    await shop.deps.db.transaction().execute(async (tx) => {
      await tx.selectFrom('orders').select('id').where('id', '=', hong).forUpdate().execute()
      expect(await listAgain(shop.deps.db, 50)).toBe(2)
    })
    expect(await listAgain(shop.deps.db, 50)).toBe(1)
  })

  test('stops nothing when nobody can read what happened to it', async () => {
    await shop.deps.pool.query(
      `insert into order_events (order_id, seq, at, event) values ($1, 99, now(), '{"v": 99}')`,
      [gone],
    )
    await shop.deps.pool.query('update orders set listed_at = null where id = $1', [gone])
    expect(await listAgain(shop.deps.db, 50)).toBe(1)
    expect(await looksFor('박민준')).toEqual([gone])
  })
})
