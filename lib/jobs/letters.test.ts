import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, noteId, type OrderId, SECOND, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { up as renameLetters } from '@/lib/db/migrations/008-claims'
import { findOrder } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import { noteHandback, refundOrder } from '@/lib/flows/order/refund-order'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { parseJob, runJob } from './work'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function press(order: OrderId, number: number, button: string) {
  const attempt = await findAttemptByNumber(shop.deps.db, order, number)
  await shop.press(attempt?.reference ?? '', button)
}
const lettersOf = (order: OrderId) =>
  shop.deps.db.selectFrom('mails').selectAll().where('orderId', '=', order).orderBy('id').execute()
const order = async (locale = 'ko') =>
  checkOut(shop, { ...(await aVisitorWithACart(shop)), locale })

test('a paid order is confirmed by one letter, in its language, as HTML and as text', async () => {
  const [korean, english] = [await order(), await order('en')]
  for (const id of [korean, english]) await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  await shop.advance(20 * MINUTE)
  const [ko] = await lettersOf(korean)
  expect(await lettersOf(korean)).toHaveLength(1)
  expect(ko).toMatchObject({ letter: 'paid', recipient: 'norang@example.com' })
  expect(ko?.subject).toContain('결제가 완료되었습니다')
  for (const text of [
    '₩15,000',
    '고흥 유자청 × 1',
    '공급가액',
    '₩13,636',
    '₩1,364',
    '카카오페이',
    '데모',
  ])
    expect(ko?.text).toContain(text)
  expect(ko?.html).toContain('<html lang="ko">')
  const [en] = await lettersOf(english)
  expect(en?.subject).toContain('Payment successful')
  expect(en?.text).toContain(`/en/orders/${english}`)
})

test('what is free of VAT stands apart on the receipt, as it was when it was ordered', async () => {
  const input = await aVisitorWithACart(shop)
  const honey = { variantId: 'wild-honey', intent: 'add', quantity: 1 } as const
  await changeCart(shop.deps, { cart: input.visitor, network: '192.0.2.1', ...honey })
  const checkoutId = (await findCart(shop.deps.db, input.visitor))?.checkoutId ?? ''
  const id = await checkOut(shop, { ...input, checkoutId, total: 63_000 })
  await shop.deps.pool.query('update products set is_vat_free = not is_vat_free')
  await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  await shop.deps.pool.query('update products set is_vat_free = not is_vat_free')
  expect((await findOrder(shop.deps.db, id))?.goods.lines.map(({ vat }) => vat)).toEqual([
    'taxed',
    'free',
  ])
  const [letter] = await lettersOf(id)
  for (const said of ['공급가액: ₩13,636', '부가세: ₩1,364', '면세 금액: ₩48,000'])
    expect(letter?.text).toContain(said)
})

test('whoever orders in another name has no address or number of theirs mailed as a link', async () => {
  const input = await aVisitorWithACart(shop)
  const typed = 'https://evil.example 1588-1588'
  const fields = { name: typed, address: typed, addressDetail: typed, deliveryNote: typed }
  const id = await checkOut(shop, { ...input, customer: { ...input.customer, ...fields } })
  await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  const [letter] = await lettersOf(id)
  expect(letter?.text).toContain('https: //evil. example')
  for (const part of [letter?.subject, letter?.text, letter?.html])
    expect(part).not.toMatch(/evil\.example|https:\/\/evil|1588-1588/)
})

test('a payment that failed is told after ten minutes', async () => {
  const id = await order()
  await press(id, 1, 'Refuse')
  await shop.advance(10 * SECOND)
  await shop.advance(9 * MINUTE)
  expect(await lettersOf(id)).toEqual([])
  await shop.advance(2 * MINUTE)
  expect(await lettersOf(id)).toMatchObject([{ letter: 'payment_failed' }])
})

test('a shopper who pays again within ten minutes reads nothing of the failure', async () => {
  const id = await order()
  await press(id, 1, 'Refuse')
  await shop.advance(10 * SECOND)
  await payAgain(shop.deps, askerWith(), { order: id, number: 2, method: 'kakaopay' })
  await press(id, 2, 'Approve without returning')
  await shop.advance(20 * MINUTE)
  expect(await lettersOf(id)).toMatchObject([{ letter: 'paid' }])
})

test('a shopper whose payment fails twice within ten minutes reads of it once', async () => {
  const id = await order()
  await press(id, 1, 'Refuse')
  await shop.advance(10 * SECOND)
  await payAgain(shop.deps, askerWith(), { order: id, number: 2, method: 'kakaopay' })
  await press(id, 2, 'Refuse')
  await shop.advance(10 * SECOND)
  await shop.advance(20 * MINUTE)
  expect(await lettersOf(id)).toMatchObject([{ letter: 'payment_failed' }])
})

test('an order whose time ran out is told so, once', async () => {
  const id = await order()
  await shop.advance(70 * MINUTE)
  await shop.advance(24 * 60 * MINUTE)
  expect(await lettersOf(id)).toMatchObject([{ letter: 'timed_out' }])
})

test('money on its way back is told, and again when it is back', async () => {
  const id = await order()
  await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  await cancelOwnOrder(shop.deps, id)
  await shop.advance(2 * MINUTE)
  await shop.advance(2 * MINUTE)
  const letters = await lettersOf(id)
  expect(letters.map(({ letter }) => letter)).toEqual(['paid', 'refund_requested', 'refunded'])
  expect(letters[1]?.text).toContain('₩15,000을 결제하신 수단으로 돌려 드리고 있습니다')
  expect(letters[2]?.text).toContain('환불 금액: ₩15,000')
})

const merchant = { kind: 'merchant' } as const
const wish = (won: number, reason: string) => ({
  wish: wishId(reason),
  amount: krw(won),
  reason,
})
async function paidOrder(locale = 'ko') {
  const id = await order(locale)
  await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  return id
}
const told = async (id: OrderId) =>
  (await lettersOf(id)).map(({ letter, text }) => ({ letter, text })).slice(1)

test('each part that goes back has a letter of its own, with its amount and reason, and what is back in all', async () => {
  const id = await paidOrder('en')
  for (const [won, reason] of [
    [3000, 'A jar came broken'],
    [5000, 'The lid was missing'],
  ] as const) {
    await refundOrder(shop.deps, merchant, id, wish(won, reason))
    await shop.advance(MINUTE)
    await shop.advance(MINUTE)
  }
  const letters = await told(id)
  expect(letters.map(({ letter }) => letter)).toEqual([
    'refund_requested',
    'refunded',
    'refund_requested',
    'refunded',
  ])
  const [began, , , last] = letters
  expect(began?.text).toContain('₩3,000 is on its way back')
  expect(began?.text).toContain('To be refunded: ₩3,000')
  expect(began?.text).toContain('Reason: A jar came broken')
  expect(last?.text).toContain('We have given back ₩5,000')
  expect(last?.text).toContain('Of the ₩15,000 that you paid, ₩8,000 has been given back so far.')
  expect(last?.text).toContain('Reason: The lid was missing')
})

test('what was given back by another road says how', async () => {
  const id = await paidOrder()
  const note = { note: noteId('note'), amount: krw(4000), reason: '국민은행 계좌로' }
  await noteHandback(shop.deps, merchant, id, note)
  await shop.advance(SECOND)
  const [letter] = await told(id)
  expect(letter?.text).toContain('₩4,000을 결제 수단이 아닌 다른 방법으로 돌려 드렸습니다.')
  expect(letter?.text).toContain('방법: 국민은행 계좌로')
})

test('whoever paid twice reads that it was twice, and that the order goes on', async () => {
  const id = await paidOrder('en')
  const reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference
  const again = { reference, eventCode: 'AUTHORISATION', success: true, pspReference: 'new' }
  await shop.control('notifications', again)
  await shop.advance(2 * SECOND)
  expect(await told(id)).toMatchObject([
    { letter: 'refund_requested', text: expect.stringContaining('This order was paid twice.') },
  ])
})

test('whose payment was approved and never came is not told that nothing was approved', async () => {
  const id = await paidOrder('en')
  const reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference
  await shop.control('customer-area', { reference, eventCode: 'CAPTURE_FAILED' })
  await shop.advance(MINUTE)
  await shop.advance(11 * MINUTE)
  expect(await told(id)).toMatchObject([
    { letter: 'payment_failed', text: expect.stringContaining('the money never reached us') },
  ])
})

test('a name cannot bring markup into a letter', async () => {
  const input = await aVisitorWithACart(shop)
  const name = '<img src=x onerror=alert(1)>'
  const id = await checkOut(shop, { ...input, customer: { ...input.customer, name } })
  await press(id, 1, 'Approve without returning')
  await shop.advance(10 * SECOND)
  expect((await lettersOf(id))[0]?.html).not.toContain('<img')
})

test('with a mail server each letter is sent once, and again only when that failed', async () => {
  const sent: string[] = []
  let broken = true
  const sendMail = async ({ subject }: { subject: string }) => {
    if (broken) throw new Error('the mail server is away')
    sent.push(subject)
  }
  const { sendLetter } = await import('./send-letter')
  const id = await order()
  const job = { order: id, letter: 'refunded' as const, event: 1 }
  await expect(sendLetter({ ...shop.deps, sendMail }, job)).rejects.toThrow('away')
  broken = false
  await sendLetter({ ...shop.deps, sendMail }, job)
  await sendLetter({ ...shop.deps, sendMail }, job)
  expect(sent).toHaveLength(1)
})

test('a claim that was confirmed under the old name of its letter is confirmed once, and one that waits is written', async () => {
  const confirmed = await order()
  const waiting = await order()
  const { db, pool } = shop.deps
  const event = await shop.deps.clock.now()
  const job = (id: OrderId, letter: string) =>
    runJob(shop.deps, parseJob({ name: 'mail', payload: { order: id, letter, event } }))
  await job(confirmed, 'claim_opened')
  await db.updateTable('mails').set({ letter: 'return_asked' }).execute()
  // As on the day on which a shop gets this version.
  await renameLetters(new Kysely({ dialect: new PostgresDialect({ pool }) }))
  for (const id of [confirmed, waiting]) await job(id, 'return_asked')
  for (const id of [confirmed, waiting])
    expect(await lettersOf(id)).toMatchObject([{ letter: 'claim_opened' }])
})
