import { afterAll, beforeAll, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { lineId, type OrderId, SECOND, wishId } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { listParcels } from '@/lib/db/parcels'
import { changeCart } from '@/lib/flows/cart/change-cart'
import { record } from '@/lib/flows/record'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { typistOn } from '@/lib/proof/shop/typed-commands'

/* What a merchant does with three jars of ₩15,000, line by line and parcel by parcel. */

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
  await shop.deps.pool.query('update variants set stock = 100')
})
afterAll(() => shop.close())

const type = (...words: string[]) => typistOn(scratch.url)(...words)
const JAR = 'yuja-preserve'

async function threeJars(): Promise<{ id: OrderId; number: string }> {
  const { deps } = shop
  const input = await aVisitorWithACart(shop)
  const two = { variantId: JAR, intent: 'add', quantity: 2 } as const
  await changeCart(deps, { cart: input.visitor, network: '192.0.2.1', ...two })
  const checkoutId = (await findCart(deps.db, input.visitor))?.checkoutId ?? ''
  const id = await checkOut(shop, { ...input, checkoutId, total: 45_000 })
  const reference = (await findAttemptByNumber(deps.db, id, 1))?.reference ?? ''
  await shop.press(reference, 'Approve without returning')
  await shop.advance(10 * SECOND)
  return { id, number: (await findOrderRow(deps.db, id))?.number ?? '' }
}

const stock = async () => (await findVariant(shop.deps.db, JAR))?.stock ?? 0
const order = async (id: OrderId) => {
  const found = await findOrder(shop.deps.db, id)
  if (!found) throw new Error('no order')
  return found
}
const shown = async (number: string) => (await type('order', number, 'show')).said
const mailsOf = async (id: OrderId) => {
  await shop.advance(SECOND)
  const query = shop.deps.db.selectFrom('mails').select(['letter', 'text'])
  return query.where('orderId', '=', id).execute()
}
const lettersOf = async (id: OrderId) => (await mailsOf(id)).map(({ letter }) => letter)

/** By the shopper, while somebody packs. */
const cancelled = (id: OrderId, quantity: number) =>
  record(shop.deps, id, {
    kind: 'lines_cancelled',
    wish: wishId(shop.deps.newId()),
    who: 'shopper',
    pieces: [{ line: lineId(1), quantity }],
    reason: null,
    agreed: null,
  })

test('a part is sent and the rest follows: shown first, and each told once', async () => {
  const { id, number } = await threeJars()
  const first = ['order', number, 'send', 'cj', '1234-5678-9012', '--lines', '1:2']
  const preview = await type(...first)
  expect(preview.code).toBe(2)
  expect(preview.said).toContain('line 1: 1 to be sent, 2 under way')
  expect(preview.complained).toContain(`send "CJ대한통운" 123456789012 --lines "1:2" --yes`)
  expect((await order(id)).goods.parcels).toEqual([])

  expect((await type(...first, '--yes')).code).toBe(0)
  expect((await type(...first, '--yes')).complained).toContain('there are not so many')
  expect(await shown(number)).toContain('partly sent')
  expect((await type('order', number, 'send', '한진', '1234567890', '--yes')).code).toBe(0)
  expect(await listParcels(shop.deps.db, id)).toMatchObject([
    { carrier: 'CJ대한통운', tracking: '123456789012' },
    { carrier: '한진택배', tracking: '1234567890' },
  ])
  const mails = await mailsOf(id)
  const textOf = (asked: string) => mails.filter(({ letter }) => letter === asked)
  expect(textOf('partly_sent')).toEqual([
    {
      letter: 'partly_sent',
      text: expect.stringMatching(/고흥 유자청 × 2\n.*CJ대한통운 123456789012/s),
    },
  ])
  expect(textOf('sent')).toEqual([
    { letter: 'sent', text: expect.stringMatching(/고흥 유자청 × 1\n.*한진택배 1234567890/s) },
  ])
})

test('what is sent is what was shown: a piece that is cancelled meanwhile stops the parcel', async () => {
  const { id, number } = await threeJars()
  const send = ['order', number, 'send', 'cj', '123456789012']
  const preview = await type(...send)
  expect(preview.said).toContain('In it         3 of line 1')
  expect(preview.complained).toContain('--lines "1:3" --yes')
  await cancelled(id, 2)
  const late = await type(...send, '--lines', '1:3', '--yes')
  expect(late.complained).toContain('there are not so many. Nothing was changed.')
  const unseen = await type(...send, '--yes')
  expect(unseen).toMatchObject({ code: 1, said: '' })
  for (const said of ['To be in it   1 of line 1', 'Not in it     2 of line 1: cancelled'])
    expect(unseen.complained).toContain(said)
  expect((await order(id)).goods.parcels).toEqual([])
  expect((await type(...send)).said).toContain('Not in it     2 of line 1: cancelled')
  const sent = await type(...send, '--lines', '1:1', '--yes')
  expect(sent.said).toContain('Sent. In the parcel: 1 of line 1.')
})

test('between the preview and the yes a piece is cancelled: nothing is sent', async () => {
  const { id, number } = await threeJars()
  const words = ['order', number, 'send', 'cj', '123456789012']
  const answer = async () => {
    await cancelled(id, 1)
    return true
  }
  const sent = await typistOn(scratch.url, answer)(...words)
  expect(sent).toMatchObject({ code: 1, complained: expect.stringContaining('not so many') })
  expect((await order(id)).goods.parcels).toEqual([])
})

test('of an order with cancelled pieces nobody says just "sent"', async () => {
  const { id, number } = await threeJars()
  await cancelled(id, 2)
  expect(await shown(number)).toContain('line 1: 1 × 고흥 유자청 (3 ordered, 2 cancelled)')
  const held = await type('order', number, 'sent', 'CJ 1')
  expect(held.code).toBe(1)
  for (const said of [
    'some of it was cancelled, so say what is in the parcel',
    'To be in it   1 of line 1',
    'Not in it     2 of line 1: cancelled',
    `order ${number} sent "CJ 1" --lines "1:1"`,
  ])
    expect(held.complained).toContain(said)
  const much = await type('order', number, 'sent', 'CJ 1', '--lines', '1:3')
  expect(much.complained).toContain('there are not so many. To be sent: 1 of line 1')
  const sent = await type('order', number, 'sent', 'CJ 1', '--lines', '1:1')
  expect(sent).toMatchObject({
    code: 0,
    said: expect.stringContaining('In the parcel: 1 of line 1'),
  })
})

test('a number that the carrier cannot have, lines that are none, and what is not there change nothing', async () => {
  const { id, number } = await threeJars()
  const says = async (...words: string[]) =>
    (await type('order', number, ...words, '--yes')).complained
  expect(await says('send', 'CJ', '123')).toContain('theirs have 10 or 12 digits')
  expect(await says('send', ' ', '123')).toContain('Say who carries it')
  expect(await says('send', 'CJ', ' ')).toContain('Say its tracking number')
  expect(await says('send', 'My cousin', 'x 1', '--lines', 'all')).toContain('names no lines')
  expect(await says('send', 'My cousin', 'x 1', '--lines', '1:4')).toContain('not so many')
  expect(await says('send', 'My cousin', 'x 1', '--lines', '1:1,1:1')).toContain('named twice')
  expect(await says('unsend')).toContain('There is no such parcel')
  expect(await says('claim', 'settle')).toContain('There is no such claim')
  expect(await says('claim', 'open', 'ugly', 'It is')).toContain('Say why: changed-mind')
  expect(await says('claim', 'open', 'faulty', 'It is')).toContain('nothing of the kind')
  expect((await order(id)).goods).toMatchObject({ parcels: [], claims: [], cancellations: [] })
})

test('one of three jars is cancelled: its money goes back and it is in stock again, once', async () => {
  const { id, number } = await threeJars()
  const before = await stock()
  const preview = await type('order', number, 'cancel-lines', '1:1', 'Broken here')
  const wish = /--wish (\w{22})/.exec(preview.said)?.[1] ?? ''
  const line = ['order', number, 'cancel-lines', '1:1', 'Broken here', '--wish', wish, '--yes']
  expect((await type(...line)).code).toBe(0)
  expect((await type(...line)).said).toContain('Done already')
  expect(await stock()).toBe(before + 1)
  expect(allBooks(await order(id)).onItsWay.minor).toBe(15_000)
  expect((await type('order', number, 'cancel-lines', '1:2', 'All', '--yes')).complained).toContain(
    'cancel the order instead',
  )
})

test('two of three jars come back: one is sold again, one is not, and the way back is withheld', async () => {
  const { id, number } = await threeJars()
  await type('order', number, 'send', 'CJ', '123456789012', '--yes')
  await type('order', number, 'delivered')
  const before = await stock()
  const open = ['claim', 'open', 'changed-mind', 'Too sour', '--lines', '1:2', '--yes']
  expect((await type('order', number, ...open)).code).toBe(0)
  expect(await shown(number)).toContain('claim 1')
  const here = ['claim', 'arrived', '--sellable', '1:1', '--damaged', '1:1', '--yes']
  expect((await type('order', number, ...here)).code).toBe(0)
  const settle = await type('order', number, 'claim', 'settle', '--way-back', '3000')
  expect(settle.said).toContain('₩27,000 on its way back')
  expect((await type('order', number, 'claim', 'settle', '--way-back', '3000', '--yes')).code).toBe(
    0,
  )
  expect(await stock()).toBe(before + 1)
  expect(allBooks(await order(id)).onItsWay.minor).toBe(27_000)
  expect(await shown(number)).toContain(
    '₩27,000 go back: ₩30,000 for the goods, ₩3,000 less for sending them back',
  )
  expect((await type('order', number, 'claim', 'settle', '--yes')).complained).toContain(
    'no such claim',
  )
  const letters = await lettersOf(id)
  expect(letters.filter((letter) => letter.startsWith('claim'))).toEqual([
    'claim_opened',
    'claim_settled',
  ])
  expect(letters).not.toContain('refund_requested')
  const settled = (await mailsOf(id)).find(({ letter }) => letter === 'claim_settled')
  for (const said of [
    '반품 상품: 고흥 유자청 × 2',
    '상품 금액: ₩30,000',
    '반품 배송비 차감: ₩3,000',
    '환불할 금액: ₩27,000',
  ])
    expect(settled?.text).toContain(said)
})

test('who settles reads how much of the way there was free because more was ordered, and withholds no more', async () => {
  const { id, number } = await threeJars()
  await shop.deps.pool.query(
    'update orders set waived_fee = 3000, free_from = 30000 where id = $1',
    [id],
  )
  await type('order', number, 'send', 'CJ', '123456789012', '--yes')
  await type('order', number, 'delivered')
  const claim = (...words: string[]) => type('order', number, 'claim', ...words)
  await claim('open', 'changed-mind', 'Too sour', '--lines', '1:2', '--yes')
  await claim('arrived', '--sellable', '1:2', '--yes')
  expect((await claim('settle')).said).toContain(
    'Way there     ₩3,000 of it was free only because more was ordered: --way-there 3000',
  )
  await claim('settle', '--way-there', '9000', '--yes')
  expect(allBooks(await order(id)).onItsWay.minor).toBe(27_000)
})

test('a faulty jar is exchanged, and the exchange is a parcel of its own', async () => {
  const { id, number } = await threeJars()
  await type('order', number, 'send', 'CJ', '123456789012', '--yes')
  await type('order', number, 'delivered')
  const before = await stock()
  const claim = (...words: string[]) => type('order', number, 'claim', ...words, '--yes')
  await claim('open', 'faulty', 'The lid', '--lines', '1:1', '--remedy', 'same-goods')
  await claim('arrived', '--damaged', '1:1')
  expect((await claim('settle', '--remedy', 'money', '--way-back', '3000')).complained).toContain(
    'only by who changed their mind',
  )
  expect((await claim('settle')).code).toBe(0)
  expect(await stock()).toBe(before - 1)
  expect((await type('order', number, 'send', 'CJ', '210987654321', '--yes')).code).toBe(0)
  expect((await order(id)).goods.parcels).toMatchObject([
    { isExchange: false },
    { isExchange: true },
  ])
  expect(await lettersOf(id)).toContain('exchange_sent')
})

test('a parcel is not sent after all, comes back, or is lost', async () => {
  const { id, number } = await threeJars()
  const say = (...words: string[]) => type('order', number, ...words, '--yes')
  await say('send', 'CJ', '123456789012')
  expect((await say('unsend')).said).toContain('to be sent again')
  await say('send', 'CJ', '123456789013')
  expect((await say('came-back')).code).toBe(0)
  await say('send', 'CJ', '123456789014')
  expect((await say('lost')).complained).toContain('--remedy money')
  const before = await stock()
  expect((await say('lost', '--remedy', 'same-goods')).code).toBe(0)
  expect(await stock()).toBe(before - 3)
  await say('send', 'CJ', '123456789015')
  await say('lost', '--remedy', 'money')
  expect(allBooks(await order(id)).onItsWay.minor).toBe(45_000)
})

test('a claim is refused with a reason, and asked anew', async () => {
  const { id, number } = await threeJars()
  await type('order', number, 'send', 'CJ', '123456789012', '--yes')
  const claim = (...words: string[]) => type('order', number, 'claim', ...words, '--yes')
  await claim('open', 'faulty', 'A scratch')
  expect((await claim('refuse', 'It was worn')).code).toBe(0)
  await claim('open', 'faulty', 'Look again')
  expect((await claim('withdraw')).code).toBe(0)
  expect((await order(id)).goods.claims.map(({ state }) => state)).toEqual(['refused', 'withdrawn'])
})

test('two people settle a claim at once: one does, the other reads that it is over', async () => {
  const { id, number } = await threeJars()
  await type('order', number, 'send', 'CJ', '123456789012', '--yes')
  await type('order', number, 'claim', 'open', 'faulty', 'All of it', '--yes')
  await type('order', number, 'claim', 'arrived', '--yes')
  const both = await Promise.all(
    [1, 2].map(() => type('order', number, 'claim', 'settle', '--yes')),
  )
  expect(both.map(({ code }) => code).toSorted()).toEqual([0, 1])
  expect(allBooks(await order(id)).onItsWay.minor).toBe(45_000)
})
