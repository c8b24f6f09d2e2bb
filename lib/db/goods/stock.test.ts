import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { nothingWaived } from '@/lib/core/goods/goods'
import { type OrderId, orderId } from '@/lib/core/ids'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { connect } from '../connection'
import { migrate, migrateStepByStep } from '../migrate'
import { insertOrder } from '../orders'
import {
  changeStock,
  countToBeSent,
  fillShelf,
  isInStock,
  isStockChangeKnown,
  listStockMistakes,
  listStockMoves,
  moveStock,
  type OrderMove,
} from './stock'

/* What is in stock is the sum of why. */

let scratch: ScratchDatabase
let open: ReturnType<typeof connect>
beforeAll(async () => {
  scratch = await scratchDatabase()
  open = connect(scratch.url)
})
afterAll(async () => {
  await open.db.destroy()
  await scratch.drop()
})

const JAR = 'yuja-preserve'
const TEA = 'roasted-corn-tea'
const at = new Date('2026-12-01T03:00:00Z')

beforeEach(() => open.pool.query('update variants set stock = 10 where id in ($1, $2)', [JAR, TEA]))
afterEach(async () => expect(await listStockMistakes(open.db)).toEqual([]))

const stockOf = async (id: string): Promise<number> =>
  (await open.pool.query('select stock from variants where id = $1', [id])).rows[0].stock
const newest = async (id: string, count: number) =>
  (await listStockMoves(open.db, id, count)).map(({ pieces, why }) => [pieces, why])

let drawn = 0
async function orderOf(...lines: readonly (readonly [string, number])[]): Promise<OrderId> {
  const number = `20261201-${String(++drawn).padStart(4, '0')}`
  const id = orderId(`order-${drawn}`)
  const customer = { name: '', email: '', phone: '', postcode: '', address: '', addressDetail: '' }
  const names = { nameKo: '', nameEn: '', optionKo: '', optionEn: '', price: 1 }
  await open.db.transaction().execute((tx) =>
    insertOrder(tx, {
      id,
      number,
      checkoutId: id,
      visitor: id,
      locale: 'ko',
      amount: 1,
      deliveryFee: 0,
      waived: nothingWaived,
      customer: { ...customer, deliveryNote: '' },
      createdAt: at,
      putsAside: true,
      shopper: null,
      subscriptionId: null,
      period: null,
      reason: null,
      lines: lines.map(([variantId, quantity]) => ({ variantId, quantity, ...names })),
    }),
  )
  return id
}

async function moved(order: OrderId, sign: 1 | -1, why: OrderMove['why']): Promise<boolean> {
  const lines = await open.db
    .selectFrom('orderLines')
    .select(['variantId', 'quantity'])
    .where('orderId', '=', order)
    .execute()
  const moves = lines.map(({ variantId, quantity }) => ({
    variantId,
    pieces: quantity * sign,
    why,
    at,
  }))
  return open.db.transaction().execute((tx) => moveStock(tx, order, moves))
}
const take = (order: OrderId) => moved(order, -1, 'put_aside')
const giveBack = (order: OrderId) => moved(order, 1, 'given_back')
const change = (pieces: number, once: string, variantId = JAR) =>
  changeStock(open.db, {
    variantId,
    pieces,
    why: 'changed',
    who: 'merchant',
    note: 'Broken',
    once,
    at,
  })

test('what an order takes and gives back stands in the ledger with its number', async () => {
  const order = await orderOf([JAR, 2], [TEA, 3])
  expect(await take(order)).toBe(true)
  expect([await stockOf(JAR), await stockOf(TEA)]).toEqual([8, 7])
  await giveBack(order)
  expect([await stockOf(JAR), await stockOf(TEA)]).toEqual([10, 10])
  const moves = await listStockMoves(open.db, JAR, 2)
  expect(moves).toMatchObject([
    { pieces: 2, why: 'given_back', at },
    { pieces: -2, why: 'put_aside', at },
  ])
  expect(moves.map(({ number }) => number)).toEqual(Array(2).fill(expect.stringMatching(/^2026/)))
})

test('an order takes all of its goods or none', async () => {
  const order = await orderOf([JAR, 1], [TEA, 11])
  const before = await newest(JAR, 1)
  expect(await open.db.transaction().execute((tx) => isInStock(tx, order))).toBe(false)
  expect(await take(order)).toBe(false)
  expect([await stockOf(JAR), await stockOf(TEA)]).toEqual([10, 10])
  expect(await newest(JAR, 1)).toEqual(before)
  const all = await orderOf([JAR, 10], [TEA, 10])
  expect(await open.db.transaction().execute((tx) => isInStock(tx, all))).toBe(true)
  expect(await take(all)).toBe(true)
  expect(await take(await orderOf())).toBe(true)
})

test('what comes back and is sent again at once needs no more than comes back', async () => {
  await open.pool.query('update variants set stock = 0 where id = $1', [JAR])
  const order = await orderOf([JAR, 1])
  const back = { variantId: JAR, pieces: 1, why: 'came_back', at } as const
  const again = { variantId: JAR, pieces: -1, why: 'promised_again', at } as const
  const exchange = (...moves: OrderMove[]) =>
    open.db.transaction().execute((tx) => moveStock(tx, order, moves))
  expect(await exchange(again)).toBe(false)
  expect(await exchange(back, again)).toBe(true)
  expect(await newest(JAR, 2)).toEqual([
    [-1, 'promised_again'],
    [1, 'came_back'],
  ])
  expect(await stockOf(JAR)).toBe(0)
})

test('a person changes it with a reason, once, and never below nothing', async () => {
  expect(await isStockChangeKnown(open.db, 'one')).toBe(false)
  expect(await change(-3, 'one')).toBe('changed')
  expect(await isStockChangeKnown(open.db, 'one')).toBe(true)
  expect(await change(-3, 'one')).toBe('same')
  expect(await change(-8, 'two')).toBe('too_few')
  expect(await stockOf(JAR)).toBe(7)
  expect((await listStockMoves(open.db, JAR, 1))[0]).toMatchObject({
    who: 'merchant',
    note: 'Broken',
    number: null,
  })
  // All that is there is taken by the first; the second is the same, and not too much.
  expect(await Promise.all([change(-7, 'three'), change(-7, 'three')])).toEqual(
    expect.arrayContaining(['changed']),
  )
  expect(await change(-7, 'three')).toBe('same')
  expect(await stockOf(JAR)).toBe(0)
  expect(await change(1, 'four', 'nothing-of-that-name')).toBe('too_few')
})

test('goods that are put onto the shelf say why, and what there is none of says nothing', async () => {
  const before = await newest(TEA, 1)
  const goods = [
    { id: JAR, stock: 3 },
    { id: TEA, stock: 0 },
  ]
  await open.db.transaction().execute((tx) => fillShelf(tx, goods, 'demonstration'))
  expect([await stockOf(JAR), await stockOf(TEA)]).toEqual([13, 10])
  expect(await newest(JAR, 1)).toEqual([[3, 'demonstration']])
  expect(await newest(TEA, 1)).toEqual(before)
})

test('who writes into the database past the shop leaves a row that says so', async () => {
  await open.pool.query('update variants set stock = 4 where id = $1', [JAR])
  await open.pool.query('update variants set price = price + 0 where id = $1', [JAR])
  expect(await newest(JAR, 1)).toEqual([[-6, 'unexplained']])
  await open.pool.query(
    `insert into variants select 'another', product_id, '', '', price, 5, 9 from variants where id = $1`,
    [JAR],
  )
  expect(await newest('another', 2)).toEqual([[5, 'unexplained']])
})

test('nobody changes or removes what the ledger says, and a row of it cannot take what is not there', async () => {
  const query = (text: string) => open.pool.query(text)
  await expect(query('update stock_moves set pieces = 1')).rejects.toThrow('only added to')
  await expect(query('delete from stock_moves')).rejects.toThrow('only added to')
  await expect(
    query(`insert into stock_moves (variant_id, pieces, why) values ('${JAR}', -11, 'changed')`),
  ).rejects.toThrow('variants_stock_check')
})

test('many take, give back and count at once: nothing is sold twice, and the sum is the stock', async () => {
  await open.pool.query('update variants set stock = 50 where id in ($1, $2)', [JAR, TEA])
  const held = await Promise.all(Array.from({ length: 10 }, () => orderOf([TEA, 1], [JAR, 1])))
  for (const order of held) expect(await take(order)).toBe(true)
  const wanting = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0 ? orderOf([JAR, 1], [TEA, 1]) : orderOf([TEA, 1], [JAR, 1]),
    ),
  )
  const [taken, broken] = await Promise.all([
    Promise.all(wanting.map(take)),
    Promise.all(Array.from({ length: 10 }, (_, index) => change(-1, `broken ${index}`))),
    Promise.all(held.map(giveBack)),
  ])
  const sold = taken.filter((isTaken) => isTaken).length
  const lost = broken.filter((said) => said === 'changed').length
  expect([await stockOf(TEA), await stockOf(JAR)]).toEqual([50 - sold, 50 - sold - lost])
  // Ten are not there yet, and ten may break before anybody takes them.
  expect(sold).toBeGreaterThanOrEqual(30)
  expect(sold).toBeLessThanOrEqual(50)
})

test('a database from before the ledger opens it with what is on the shelf, and an older instance goes on selling', async () => {
  const server = inject('testServer')
  const url = await createScratchDatabase(server)
  try {
    await migrateStepByStep(url, '016-days-off')
    const old = connect(url)
    await old.pool.query(`update variants set stock = 0 where id = '${TEA}'`)
    await old.pool.query(`update variants set stock = 7 where id = '${JAR}'`)
    await migrate(url)
    await old.pool.query(`update variants set stock = stock - 2 where id = '${JAR}'`)
    expect(await listStockMoves(old.db, JAR, 9)).toMatchObject([
      { pieces: -2, why: 'unexplained' },
      { pieces: 7, why: 'opening' },
    ])
    expect(await listStockMoves(old.db, TEA, 9)).toEqual([])
    expect(await listStockMistakes(old.db)).toEqual([])
    await old.db.destroy()
  } finally {
    await dropScratchDatabase(server, url)
  }
})

test('a shelf that its ledger does not explain is found', async () => {
  await open.pool.query(`
    alter table variants disable trigger stock_is_explained;
    update variants set stock = stock + 1 where id = '${JAR}'`)
  expect(await listStockMistakes(open.db)).toMatchObject([{ id: JAR, stock: 11, sum: 10 }])
  await open.pool.query(`
    update variants set stock = stock - 1 where id = '${JAR}';
    alter table variants enable trigger stock_is_explained`)
})

test('what lies on the shelf for orders is counted over all of them', async () => {
  expect(await countToBeSent(open.db, TEA)).toBe(0)
  for (const pieces of [2, 3])
    await open.db
      .updateTable('orders')
      .set({ toBeSent: JSON.stringify({ [TEA]: pieces, [JAR]: 1 }) })
      .where('id', '=', await orderOf([TEA, pieces], [JAR, 1]))
      .execute()
  expect(await countToBeSent(open.db, TEA)).toBe(5)
})
