import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as postCancel } from '@/app/api/orders/[order]/cancel/route'
import { GET as getReturn } from '@/app/api/return/[attempt]/route'
import { MINUTE, type OrderId, orderId } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findCart } from '@/lib/db/carts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { forgetAnonymous } from '@/lib/jobs/forget-anonymous'
import { type AccountBrowser, openBrowser } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { handOverView } from '@/lib/views/cart/hand-over'
import { checkoutView } from '@/lib/views/checkout'
import { visitorOf } from '@/lib/visitor/visitor'
import { POST as postGoOn } from './go-on/route'
import { POST as postHandOver } from './hand-over/route'
import { POST as postCheckout } from './route'
import { POST as postStay } from './stay/route'

/* A checkout that is begun inside an app and goes on in the phone's own browser. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Begun = {
  readonly input: PaymentInput
  /** The browser of the app. */
  readonly app: AccountBrowser
  readonly visitor: string
}

/** Somebody with a jar in the cart, in an app. */
async function inAnApp(): Promise<Begun> {
  const input = await aVisitorWithACart(shop)
  return { input, visitor: input.visitor, app: openBrowser(await cookieFor(input.visitor)) }
}

const formOf = ({ input }: Begun, more = {}): Record<string, string> => ({
  checkout: input.checkoutId,
  attempt: String(input.number),
  total: String(input.total),
  locale: 'ko',
  method: 'kakaopay',
  agreement: 'yes',
  ...input.customer,
  phone: '010-1234-5678',
  ...more,
})

/** The secret of the link that pressing the button leads to. */
async function handsOver(begun: Begun, more = {}): Promise<string> {
  const { location } = await begun.app.send(postHandOver, formOf(begun, more))
  expect(location).toMatch(/^\/ko\/checkout\/go-on\?link=[A-Za-z0-9]{22}$/)
  return location.split('=')[1] ?? ''
}

const takes = (browser: AccountBrowser, link: string) => browser.send(postGoOn, { link })
const whoIs = async (browser: AccountBrowser) =>
  (await visitorOf(new Request('http://localhost/', { headers: { cookie: browser.cookie() } }))) ??
  ''
const look = async (link: string, browser = openBrowser()) =>
  handOverView(shop.deps.db, link, {
    visitor: (await whoIs(browser)) || null,
    now: await shop.deps.clock.now(),
  })
async function checkoutOf(browser: AccountBrowser) {
  const asked = { locale: 'ko', showMistakes: false } as const
  const view = await checkoutView(shop.deps, await whoIs(browser), asked)
  if (typeof view === 'string')
    return { page: view, draft: {}, checkout: '', attempt: 0, lines: [] }
  return { page: 'form', ...view }
}
/** Presses Pay on the form that its checkout page shows now. */
async function pays(browser: AccountBrowser, begun: Begun) {
  const { checkout, attempt } = await checkoutOf(browser)
  const { location } = await browser.send(
    postCheckout,
    formOf(begun, { checkout, attempt: String(attempt) }),
  )
  return location
}
const rows = async (sql: string, ...values: unknown[]) =>
  (await shop.deps.pool.query(sql, values)).rows
const ordersOf = async (checkout: string) =>
  (await rows('select id from orders where checkout_id = $1', checkout)).map(({ id }) =>
    orderId(id),
  )

describe('the other browser', () => {
  test('has the cart, the form as typed and the method, and pays there', async () => {
    const begun = await inAnApp()
    const link = await handsOver(begun, { name: '이노랑', deliveryNote: '문 앞' })
    const own = openBrowser()
    expect(await look(link, own)).toEqual({ kind: 'open', replaces: false })
    const taken = await takes(own, link)
    expect(taken).toMatchObject({ status: 303, location: '/en/checkout?told=taken' })

    const { page, draft, lines, checkout } = await checkoutOf(own)
    expect([page, checkout]).toEqual(['form', begun.input.checkoutId])
    expect(lines).toMatchObject([{ variantId: 'yuja-preserve', quantity: 1 }])
    expect(draft).toMatchObject({ name: '이노랑', method: 'kakaopay', deliveryNote: '문 앞' })
    expect(draft).not.toHaveProperty('agreement')
    expect(await pays(own, begun)).toContain('checkoutPaymentRedirect')
    const [order] = await ordersOf(begun.input.checkoutId)
    expect(order && (await findOrderRow(shop.deps.db, order))?.visitor).toBe(await whoIs(own))
  })

  test('is another visitor than the one before, with a cookie that we signed', async () => {
    const begun = await inAnApp()
    const own = openBrowser()
    await takes(own, await handsOver(begun))
    expect(await whoIs(own)).toMatch(/^[A-Za-z0-9]{22}$/)
    expect(await whoIs(own)).not.toBe(begun.visitor)
  })

  test('stays who it is, with its orders, and has what came along in the place of its cart', async () => {
    const before = await inAnApp()
    const order = await checkOut(shop, before.input)
    const tea = { variantId: 'roasted-corn-tea', intent: 'add', quantity: 2 } as const
    await changeCart(shop.deps, { cart: before.visitor, network: '192.0.2.1', ...tea })
    const link = await handsOver(await inAnApp())
    expect(await look(link, before.app)).toEqual({ kind: 'open', replaces: true })
    await takes(before.app, link)
    expect(await whoIs(before.app)).toBe(before.visitor)
    expect((await findOrderRow(shop.deps.db, order))?.visitor).toBe(before.visitor)
    expect((await checkoutOf(before.app)).lines).toMatchObject([{ variantId: 'yuja-preserve' }])
  })
})

describe('the browser that was left', () => {
  test('says that it goes on elsewhere, also when Pay is pressed on its old page', async () => {
    const begun = await inAnApp()
    await takes(openBrowser(), await handsOver(begun))
    expect((await checkoutOf(begun.app)).page).toBe('elsewhere')
    const { location } = await begun.app.send(postCheckout, formOf(begun))
    expect(location).toBe('/ko/checkout?problem=changed')
    expect(await ordersOf(begun.input.checkoutId)).toEqual([])
    expect((await checkoutOf(begun.app)).page).toBe('elsewhere')
  })

  test('goes on when it is asked to: with the same things and what was typed, as another order', async () => {
    const begun = await inAnApp()
    const own = openBrowser()
    await takes(own, await handsOver(begun))
    expect(await begun.app.send(postStay, {})).toMatchObject({ location: '/en/checkout' })
    const { page, draft, checkout, lines } = await checkoutOf(begun.app)
    expect([page, lines.length]).toEqual(['form', 1])
    expect(draft).toMatchObject({ name: '김노랑' })
    expect(checkout).not.toBe(begun.input.checkoutId)
    // Whoever took it keeps it, and what is typed there is theirs.
    await own.send(postHandOver, formOf(begun, { name: '박노랑' }))
    expect((await checkoutOf(begun.app)).draft).toMatchObject({ name: '김노랑' })
  })

  test('goes on with whatever is put into its cart afterwards', async () => {
    const begun = await inAnApp()
    await takes(openBrowser(), await handsOver(begun))
    const tea = { variantId: 'roasted-corn-tea', intent: 'add', quantity: 1 } as const
    await changeCart(shop.deps, { cart: begun.visitor, network: '192.0.2.1', ...tea })
    expect((await checkoutOf(begun.app)).page).toBe('form')
  })

  test('goes on as before as long as nobody has taken the link', async () => {
    const begun = await inAnApp()
    const link = await handsOver(begun)
    expect(await look(link, begun.app)).toEqual({ kind: 'own' })
    expect(await takes(begun.app, link)).toMatchObject({ location: '/en/checkout' })
    expect(await pays(begun.app, begun)).toContain('checkoutPaymentRedirect')
  })
})

describe('an order that was begun before it was handed over', () => {
  const status = async (order: OrderId) => {
    const found = await findOrder(shop.deps.db, order)
    return found ? statusOf(found).status : null
  }
  const referenceOf = async (order: OrderId, number: number) =>
    (
      await rows(
        'select reference from attempts where order_id = $1 and number = $2',
        order,
        number,
      )
    )[0]?.reference
  const comesBack = async (browser: AccountBrowser, address: string | null) => {
    const url = new URL(address ?? '')
    const attempt = url.pathname.split('/').at(-1) ?? ''
    const request = new Request(url, { headers: { cookie: browser.cookie() } })
    return getReturn(request, { params: Promise.resolve({ attempt }) })
  }
  async function bothBegun() {
    const begun = await inAnApp()
    const order = await checkOut(shop, begun.input)
    const own = openBrowser()
    await takes(own, await handsOver(begun))
    expect((await checkoutOf(own)).attempt).toBe(2)
    expect(await pays(own, begun)).toContain('checkoutPaymentRedirect')
    return { begun, order, own }
  }

  test('is the same one, and is paid once: the second money goes back in full', async () => {
    const { begun, order } = await bothBegun()
    expect(await ordersOf(begun.input.checkoutId)).toEqual([order])
    for (const number of [1, 2]) await shop.press(await referenceOf(order, number), 'Approve')
    await shop.advance(MINUTE)
    const found = await findOrder(shop.deps.db, order)
    expect(found && statusOf(found)).toMatchObject({ status: 'paid' })
    const back = await rows('select amount from refunds where order_id = $1', order)
    expect(back.map(({ amount }) => Number(amount))).toEqual([15000])
  })

  test('belongs to the browser that goes on with it: the one before can end it no more', async () => {
    const { begun, order, own } = await bothBegun()
    const cancel = (browser: AccountBrowser) =>
      browser.send((request) => postCancel(request, { params: Promise.resolve({ order }) }), {})
    expect((await cancel(begun.app)).status).toBe(403)
    expect(await status(order)).toBe('awaiting_payment')
    expect((await cancel(own)).status).toBe(303)
    expect(await status(order)).toBe('cancelled')
  })

  test('gives no right to who comes back from what was tried before', async () => {
    const { begun, order } = await bothBegun()
    const left = await shop.press(await referenceOf(order, 1), 'Cancel')
    const answer = await comesBack(begun.app, left)
    expect(answer.headers.get('location')).toContain(`/ko/orders/${order}/result?attempt=1`)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('gives it to who comes back from what was tried since, in a third browser', async () => {
    const { order } = await bothBegun()
    const third = openBrowser()
    const approved = await shop.press(await referenceOf(order, 2), 'Approve')
    const answer = await comesBack(third, approved)
    expect(answer.headers.getSetCookie().join()).toContain('norang.back=')
  })

  test('does not go along once it is paid, and the link says that it is ordered', async () => {
    const begun = await inAnApp()
    const order = await checkOut(shop, begun.input)
    const link = await handsOver(begun)
    await shop.press(await referenceOf(order, 1), 'Approve')
    await shop.advance(10_000)
    const own = openBrowser()
    expect(await look(link, own)).toEqual({ kind: 'ordered' })
    expect(await takes(own, link)).toMatchObject({ location: `/en/checkout/go-on?link=${link}` })
    expect(own.cookie()).not.toContain('norang=')
    expect((await findOrderRow(shop.deps.db, order))?.visitor).toBe(begun.visitor)
  })
})

describe('a link', () => {
  test('is not used up by a robot that looks at it', async () => {
    const link = await handsOver(await inAnApp())
    for (let time = 0; time < 3; time++) expect((await look(link)).kind).toBe('open')
    expect(await takes(openBrowser(), link)).toMatchObject({ location: '/en/checkout?told=taken' })
  })

  test('works once: whoever comes second reads that, and gets nothing', async () => {
    const begun = await inAnApp()
    const link = await handsOver(begun)
    await takes(openBrowser(), link)
    const second = openBrowser()
    expect(await takes(second, link)).toMatchObject({ location: `/en/checkout/go-on?link=${link}` })
    expect(await look(link, second)).toEqual({ kind: 'gone' })
    expect(second.cookie()).not.toContain('norang=')
  })

  test('works for one of ten who press at once', async () => {
    const link = await handsOver(await inAnApp())
    const taken = await Promise.all(Array.from({ length: 10 }, () => takes(openBrowser(), link)))
    expect(taken.filter(({ location }) => location.endsWith('told=taken'))).toHaveLength(1)
    expect(taken.every(({ status }) => status === 303)).toBe(true)
  })

  test('taken and paid for at the same instant becomes one order, of one of the two', async () => {
    for (let time = 0; time < 5; time++) {
      const begun = await inAnApp()
      const link = await handsOver(begun)
      const own = openBrowser()
      await Promise.all([takes(own, link), begun.app.send(postCheckout, formOf(begun))])
      await pays(own, begun)
      const orders = await ordersOf(begun.input.checkoutId)
      expect(orders).toHaveLength(1)
      const [order = orderId('')] = orders
      expect((await findOrderRow(shop.deps.db, order))?.visitor).toBe(await whoIs(own))
    }
  })

  test('works for ten minutes', async () => {
    const link = await handsOver(await inAnApp())
    await shop.deps.clock.advance(10 * MINUTE)
    expect(await look(link)).toEqual({ kind: 'gone' })
    expect(await takes(openBrowser(), link)).toMatchObject({
      location: `/en/checkout/go-on?link=${link}`,
    })
  })

  test('ends when another is made', async () => {
    const begun = await inAnApp()
    const first = await handsOver(begun)
    const second = await handsOver(begun)
    expect([(await look(first)).kind, (await look(second)).kind]).toEqual(['gone', 'open'])
  })

  test('that was made up leads nowhere, whatever it looks like', async () => {
    for (const link of ['', 'x', 'x'.repeat(22), 'x'.repeat(5000), "'; drop table carts --"]) {
      const browser = openBrowser()
      expect((await takes(browser, link)).location).toMatch(
        /^\/en\/checkout\/go-on(\?link=x{22})?$/,
      )
      expect(browser.cookie()).not.toContain('norang=')
    }
  })

  test('to a cart that is empty by now says so', async () => {
    const begun = await inAnApp()
    const link = await handsOver(begun)
    const none = { variantId: 'yuja-preserve', intent: 'set', quantity: 0 } as const
    await changeCart(shop.deps, { cart: begun.visitor, network: '192.0.2.1', ...none })
    expect(await look(link)).toEqual({ kind: 'empty' })
    expect((await takes(openBrowser(), link)).location).toBe(`/en/checkout/go-on?link=${link}`)
  })

  test('holds nothing about anybody, and its secret lies nowhere', async () => {
    const link = await handsOver(await inAnApp())
    const kept = await rows('select hand_overs::text as row from hand_overs')
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.map(({ row }) => row).join()).not.toContain(link)
  })

  test('is not made for a browser without a cart', async () => {
    for (const browser of [openBrowser(), openBrowser(await cookieFor(shop.deps.newId()))])
      expect(await browser.send(postHandOver, { name: '김노랑' })).toMatchObject({
        location: '/en/cart?problem=empty_cart',
      })
  })
})

describe('what is kept of it', () => {
  beforeEach(() => rows('delete from hand_overs'))
  const kept = async () => (await rows('select cart_id from hand_overs')).length

  test('is one for each cart, and goes with it', async () => {
    const begun = await inAnApp()
    for (let time = 0; time < 3; time++) await handsOver(begun)
    expect(await kept()).toBe(1)
    await rows('delete from carts where id = $1', begun.visitor)
    expect(await kept()).toBe(0)
  })

  test('is forgotten after its time; a day later that it was taken', async () => {
    const taken = await inAnApp()
    await takes(openBrowser(), await handsOver(taken))
    await handsOver(await inAnApp())
    await shop.deps.clock.advance(10 * MINUTE)
    await forgetAnonymous(shop.deps)
    expect(await kept()).toBe(1)
    expect((await findCart(shop.deps.db, taken.visitor))?.isElsewhere).toBe(true)
    await shop.deps.clock.advance(24 * 60 * MINUTE)
    await forgetAnonymous(shop.deps)
    expect(await kept()).toBe(0)
    expect((await findCart(shop.deps.db, taken.visitor))?.isElsewhere).toBe(false)
  })
})
