import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { openBrowser } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const ask = async (number: string, email: string) => {
  const response = await POST(
    new Request('http://localhost/api/orders/find', {
      method: 'POST',
      body: new URLSearchParams({ number, email, locale: 'en' }),
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
  )
  await shop.settle()
  return response.headers.get('location')
}
const links = () =>
  shop.deps.db.selectFrom('mails').selectAll().where('letter', '=', 'order_link').execute()

test('the link goes to the address of the order, and to nobody else', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const number = (await findOrderRow(shop.deps.db, id))?.number ?? ''

  expect(await ask(number, 'stranger@example.com')).toBe('/en/orders/find?sent=1')
  expect(await ask('20260101-XXXX', 'norang@example.com')).toBe('/en/orders/find?sent=1')
  expect(await links()).toEqual([])

  expect(await ask(` ${number.toLowerCase()} `, 'Norang@Example.com')).toBe(
    '/en/orders/find?sent=1',
  )
  expect(await links()).toMatchObject([{ orderId: id, recipient: 'norang@example.com' }])
  expect((await links())[0]?.text).toContain(`/orders/${id}`)
})

test('the number may come with the rest of the payment’s reference, as the wallet shows it', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  await ask(reference, 'norang@example.com')
  expect((await links()).filter(({ orderId }) => orderId === id)).toHaveLength(1)
})

test('asking again and again fills nobody’s mailbox', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const number = (await findOrderRow(shop.deps.db, id))?.number ?? ''
  for (let times = 0; times < 5; times++) await ask(number, 'norang@example.com')
  expect((await links()).filter(({ orderId }) => orderId === id).length).toBeLessThanOrEqual(2)
})

test('the number and the address may be typed in any case and width', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const number = (await findOrderRow(shop.deps.db, id))?.number ?? ''
  const wide = number
    .toLowerCase()
    .replace(/[-\da-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  await ask(`주문번호: ${wide}`, '\u200BＮｏｒａｎｇ＠example.com')
  expect((await links()).filter(({ orderId }) => orderId === id)).toHaveLength(1)
})

test.each([
  ['', ''],
  ['4F7K', 'norang@example.com'],
  ['20261123-4F7K', '\u3164'],
])(
  '%j and %j lead back to the form, which shows them as they were typed',
  async (number, email) => {
    const browser = openBrowser()
    const back = await browser.send(POST, { number, email })
    expect(back.location).toBe('/en/orders/find?problem=fields')
    const kept = /norang\.find=([\w-]+)/.exec(browser.cookie())?.[1] ?? ''
    expect(JSON.parse(Buffer.from(kept, 'base64url').toString())).toEqual({ number, email })
    await browser.send(POST, { number: '20261123-4F7K', email: 'norang@example.com' })
    expect(browser.cookie()).not.toContain('norang.find')
  },
)
