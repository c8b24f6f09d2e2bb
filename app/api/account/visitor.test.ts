import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST as postCart } from '@/app/api/cart/route'
import { POST as postDraft } from '@/app/api/checkout/draft/route'
import type { OrderId } from '@/lib/core/ids'
import { findCart } from '@/lib/db/carts'
import {
  type AccountBrowser,
  codeMailedTo,
  openBrowser,
  sendForm,
  signInAs,
} from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { orderView } from '@/lib/views/order'
import { signedInOf, visitorOf } from '@/lib/visitor/visitor'
import { POST as postCode } from './code/route'
import { POST as postRevoke } from './sessions/[session]/revoke/route'
import { POST as postSignIn } from './sign-in/route'
import { POST as postSignOut } from './sign-out/route'

/* The cookie of a browser: whose cart, whose draft, whose orders. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const JAR = { variant: 'yuja-preserve' }
const visitorIn = (cookie: string) =>
  visitorOf(new Request('http://localhost/', { headers: { cookie } }))
const cartIn = async (cookie: string) => {
  const visitor = await visitorIn(cookie)
  return visitor === null ? null : findCart(shop.deps.db, visitor)
}
/** What the page of an order says about its shopper to this browser. */
const nameIn = async (cookie: string, order: OrderId) => {
  const now = await shop.deps.clock.now()
  const asker = askerWith({ visitor: await visitorIn(cookie) })
  const view = await orderView(shop.deps.db, order, asker, { locale: 'ko', now })
  return view?.customer.name
}
async function signIn(browser: AccountBrowser, email: string) {
  await browser.send(postCode, { email })
  return browser.send(postSignIn, { email, code: await codeMailedTo(shop, email) })
}

/** A browser with an order of a guest, goods in the cart and something typed into the form. */
async function aGuest(name = '김노랑') {
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  const browser = openBrowser(await cookieFor(input.visitor))
  await browser.send(postDraft, { name, phone: '010-1234-5678' })
  return { browser, order }
}

test('a cookie that we did not sign is none: nobody takes a cart by its name', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  const own = await cookieFor(visitor)
  const others = await cookieFor(shop.deps.newId())
  const signature = others.split('.').at(-1)
  for (const planted of [`norang=${visitor}`, own.replace(/\.[^.]+$/, `.${signature}`)]) {
    const { cookies } = await sendForm(postCart, JAR, { cookie: planted })
    const given = cookies.find((each) => each.startsWith('norang='))?.split(';')[0] ?? ''
    expect(await visitorIn(given)).toMatch(/^\w{22}$/)
    expect(await visitorIn(given)).not.toBe(visitor)
  }
  expect((await cartIn(own))?.lines[0]?.quantity).toBe(1)
})

test('over https the cookie is bound to this very host', async () => {
  const secure = await openShop({ BASE_URL: 'https://shop.example' })
  const { cookies } = await sendForm(postCart, JAR)
  await secure.close()
  expect(cookies).toEqual([
    expect.stringMatching(
      /^__Host-norang=[\w-]+\.[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure$/,
    ),
  ])
})

describe('the session of a shop with https', () => {
  let secure: TestShop
  beforeAll(async () => {
    secure = await openShop({ BASE_URL: 'https://shop.example' })
  })
  afterAll(() => secure.close())
  const whoIn = (cookie: string) =>
    signedInOf(new Request('https://shop.example/', { headers: { cookie } }))
  async function signedInOverHttps(email: string) {
    const browser = openBrowser()
    await browser.send(postCode, { email })
    const code = await codeMailedTo(secure, email)
    return { browser, ...(await browser.send(postSignIn, { email, code })) }
  }

  test('is bound to this very host', async () => {
    const { browser, cookies } = await signedInOverHttps('bound@example.com')
    const session = cookies.find((each) => each.includes('session_token='))
    expect(session).toMatch(/^__Host-norang\.session_token=[^;]+; /)
    expect(session?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect(await whoIn(browser.cookie())).toMatchObject({ email: 'bound@example.com' })
    await browser.send(postSignOut, {})
    expect(browser.cookie()).not.toContain('session_token')
  })

  test('is none under the names that a subdomain can write', async () => {
    const { browser } = await signedInOverHttps('planted@example.com')
    for (const name of ['norang.session_token', '__Secure-norang.session_token'])
      expect(await whoIn(browser.cookie().replace('__Host-norang.session_token', name))).toBeNull()
  })
})

describe('signing in', () => {
  test('gives the browser an id that nobody knew before, and what the old one opened', async () => {
    const { browser, order } = await aGuest()
    const before = browser.cookie()
    await signIn(browser, 'new-id@example.com')
    const after = browser.cookie()
    expect(await visitorIn(after)).not.toBe(await visitorIn(before))

    const cart = await cartIn(after)
    expect(cart?.lines).toHaveLength(1)
    expect(JSON.parse(cart?.draft ?? '{}')).toMatchObject({ name: '김노랑' })
    expect(await nameIn(after, order)).toBe('김노랑')
    // Whoever planted the old one, or has kept it, has nothing of it.
    expect(await cartIn(before)).toBeNull()
    expect(await nameIn(before, order)).toBe('김**')
  })

  test('gives one to whoever had none', async () => {
    const cookie = await signInAs(shop, 'no-id@example.com')
    expect(await visitorIn(cookie)).toMatch(/^\w{22}$/)
  })

  test('with a wrong code changes nothing', async () => {
    const { browser } = await aGuest()
    const before = await visitorIn(browser.cookie())
    const email = 'wrong-code@example.com'
    await browser.send(postCode, { email })
    const code = (await codeMailedTo(shop, email)) === '111111' ? '222222' : '111111'
    await browser.send(postSignIn, { email, code })
    expect(await visitorIn(browser.cookie())).toBe(before)
  })
})

describe('at a shared computer', () => {
  test('nothing about anybody is left after signing out', async () => {
    const { browser, order } = await aGuest('박공용')
    await signIn(browser, 'shared@example.com')
    const before = browser.cookie()
    await browser.send(postSignOut, {})
    expect(browser.cookie()).not.toMatch(/norang(\.session_token|\.sign_in|\.challenge|\.back)?=/)
    expect(await nameIn(browser.cookie(), order)).toBe('김**')
    // Also for whoever has copied it.
    expect(await cartIn(before)).toBeNull()
    expect(await nameIn(before, order)).toBe('김**')
    const drafts = await shop.deps.pool.query("select from carts where draft like '%박공용%'")
    expect(drafts.rowCount).toBe(0)
  })

  test('the same by the session’s end from another device', async () => {
    const { browser, order } = await aGuest()
    const email = 'left-behind@example.com'
    await signIn(browser, email)
    const left = browser.cookie()
    const headers = { cookie: left }
    const session = (await signedInOf(new Request('http://localhost/', { headers })))?.session ?? ''
    const context = { params: Promise.resolve({ session }) }
    const elsewhere = openBrowser(await signInAs(shop, email))
    await elsewhere.send((request) => postRevoke(request, context), {})
    expect(await cartIn(left)).toBeNull()
    expect(await nameIn(left, order)).toBe('김**')
  })
})
