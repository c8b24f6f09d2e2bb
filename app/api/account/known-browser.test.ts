import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOrderRow } from '@/lib/db/orders'
import { codeMailedTo, openBrowser } from '@/lib/proof/shop/account-forms'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { lettersTo } from '@/lib/proof/shop/subscriber'
import { POST as find } from '../orders/find/route'
import { POST as askCode } from './code/route'
import { POST as signIn } from './sign-in/route'
import { POST as signOut } from './sign-out/route'

/* The owner of a mailbox can always ask from a browser of theirs, whatever strangers do. */

let shop: TestShop
beforeEach(async () => {
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'x-real-ip' })
})
afterEach(() => shop.close())

const email = 'owner@example.com'

async function signedInBefore(address = email, browser = openBrowser()) {
  await browser.send(askCode, { email: address })
  await browser.send(signIn, { email: address, code: await codeMailedTo(shop, address) })
  await browser.send(signOut, {})
  return browser
}

/** As if strangers had done all that they may, from everywhere. */
const strangersUseUpAll = () =>
  shop.deps.pool.query("update counts set times = 100000, ends_at = now() + interval '1 hour'")

const asks = async (browser: ReturnType<typeof openBrowser>, address = email) =>
  (await browser.send(askCode, { email: address })).status

test('who signed in here before gets a code and signs in while strangers have used up all theirs', async () => {
  const owner = await signedInBefore()
  await strangersUseUpAll()
  expect(await asks(openBrowser())).toBe(429)
  expect(await asks(owner)).toBe(303)
  const code = await codeMailedTo(shop, email)
  expect((await owner.send(signIn, { email, code })).location).toBe('/en/account')
})

test('the same with looking for an order', async () => {
  const owner = await signedInBefore()
  const looks = async (browser: ReturnType<typeof openBrowser>) =>
    (await browser.send(find, { email, number: '20261123-4F7K' })).status
  expect(await looks(openBrowser())).toBe(303)
  await strangersUseUpAll()
  expect([await looks(openBrowser()), await looks(owner)]).toEqual([429, 303])
})

test('and the link is mailed, though strangers had as many mailed as they may', async () => {
  const owner = await signedInBefore()
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, { ...input, customer: { ...input.customer, email } })
  const number = (await findOrderRow(shop.deps.db, order))?.number ?? ''
  for (let time = 0; time < mostOf('order_link', 'mailbox'); time++) {
    const asker = { network: null, mailbox: email, browser: null, letter: `${time}` }
    await shop.deps.limiter?.take('order_link', asker)
  }
  await openBrowser().send(find, { email, number })
  await shop.settle()
  expect(await lettersTo(shop, email)).not.toContain('order_link')
  await owner.send(find, { email, number })
  await shop.settle()
  expect(await lettersTo(shop, email)).toContain('order_link')
})

test('a browser of the owner’s has a count of its own, and uses up nobody else’s', async () => {
  const [phone, desktop] = [await signedInBefore(), await signedInBefore()]
  for (let time = 0; time < 10; time++) expect(await asks(phone)).toBe(303)
  expect(await asks(phone)).toBe(429)
  expect(await asks(desktop)).toBe(303)
  for (let time = 2; time < mostOf('code', 'mailbox'); time++)
    expect(await asks(openBrowser())).toBe(303)
})

test('a browser is known to its own mailboxes only, and not by a cookie that was made up or changed', async () => {
  const owner = await signedInBefore()
  await asks(openBrowser(), 'victim@example.com')
  await strangersUseUpAll()
  expect(await asks(owner, 'victim@example.com')).toBe(429)
  expect(await asks(owner, 'owner+1@example.com')).toBe(429)

  const known = /norang\.known=[^;]+/.exec(owner.cookie())?.[0] ?? ''
  expect(await asks(openBrowser(known))).toBe(303)
  const [value = '', signature = ''] = known.split('=')[1]?.split('.') ?? []
  const forged = Buffer.from(Buffer.from(value, 'base64url').toString().replace(/^./, 'x'))
  for (const made of [`${value}.`, `${forged.toString('base64url')}.${signature}`, value, ''])
    expect(await asks(openBrowser(`norang.known=${made}`))).toBe(429)
})

test('the cookie stays when somebody signs out, names nobody, and knows the newest five', async () => {
  const browser = openBrowser()
  for (let person = 0; person < 6; person++) await signedInBefore(`p${person}@example.com`, browser)
  const [, value = ''] = /norang\.known=([^.;]+)\./.exec(browser.cookie()) ?? []
  const kept = Buffer.from(value, 'base64url').toString()
  expect(kept.split(' ')).toHaveLength(6)
  expect(kept).not.toMatch(/@|example|p5/)
  await strangersUseUpAll()
  expect(await asks(browser, 'p5@example.com')).toBe(303)
  expect(await asks(browser, 'p1@example.com')).toBe(303)
  expect(await asks(browser, 'p0@example.com')).toBe(429)
})
