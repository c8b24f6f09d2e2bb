import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { type AccountBrowser, openBrowser } from '@/lib/proof/shop/account-forms'
import { codeShownFor } from '@/lib/proof/shop/authenticator'
import { atTheDesk, deskCodeMailedTo, invitedToDesk, OWNER } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST as postBegin } from './account/second-factor/begin/route'
import { POST as postOff } from './account/second-factor/off/route'
import { POST as postOn } from './account/second-factor/on/route'
import { POST as postSessions } from './account/sessions/route'
import { POST as postCode } from './code/route'
import { POST as postWish } from './people/[person]/second-factor/route'
import { POST as postInvite } from './people/invite/route'
import { POST as postSecond } from './second-factor/route'
import { POST as postSignIn } from './sign-in/route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const headersOf = (browser: AccountBrowser) => new Headers({ cookie: browser.cookie() })
const personIn = (browser: AccountBrowser) => deps().desk.person(headersOf(browser))
const fresh = (who: string) => `${who}-${shop.deps.newId()}@example.com`.toLowerCase()

/** Turns it on in a browser; the key and the codes for when the authenticator is lost. */
async function turnedOn(browser: AccountBrowser) {
  await browser.send(postBegin, {})
  const person = await personIn(browser)
  if (person === null) throw new Error('nobody is signed in')
  const drawn = await deps().desk.secondFactorToBe(person, headersOf(browser))
  if (drawn === null) throw new Error('no key was drawn')
  const on = await browser.send(postOn, { code: codeShownFor(drawn.secret) })
  expect(on.location).toBe('/admin/account?done=second_on')
  return drawn
}

/** As far as the mailed code brings one. */
async function withMailedCode(email: string) {
  const browser = openBrowser()
  await browser.send(postCode, { email, next: '/admin/account' })
  const code = await deskCodeMailedTo(shop, email)
  const { location } = await browser.send(postSignIn, { email, code, next: '/admin/account' })
  return { browser, location }
}

test('somebody who turned it on is asked for it, and is nobody before', async () => {
  const email = fresh('manager')
  const own = await invitedToDesk(shop, 'manager', email)
  const { secret } = await turnedOn(own)
  // Where it was turned on one stays signed in.
  expect(await personIn(own)).toMatchObject({ email, hasSecondFactor: true, isConfirmed: true })

  const { browser, location } = await withMailedCode(email)
  expect(location).toBe('/admin/sign-in?step=second')
  expect(await personIn(browser)).toBeNull()
  const shown = codeShownFor(secret)
  const wrong = shown === '111111' ? '222222' : '111111'
  const no = await browser.send(postSecond, { code: wrong, next: '/admin/account' })
  expect(no.location).toBe('/admin/sign-in?step=second&problem=wrong_second')
  const yes = await browser.send(postSecond, { code: shown, next: '/admin/account' })
  expect(yes.location).toBe('/admin/account')
  expect(await personIn(browser)).toMatchObject({ email })
})

test('five wrong ones end the sign-in, and the right one is too late', async () => {
  const email = fresh('manager')
  const { secret } = await turnedOn(await invitedToDesk(shop, 'manager', email))
  const { browser } = await withMailedCode(email)
  const shown = codeShownFor(secret)
  const wrong = shown === '111111' ? '222222' : '111111'
  for (let tries = 0; tries < 5; tries++) await browser.send(postSecond, { code: wrong })
  const late = await browser.send(postSecond, { code: codeShownFor(secret) })
  expect(late.location).toBe('/admin/sign-in?problem=spent')
  expect(await personIn(browser)).toBeNull()
})

test('who lost the phone comes in with a code that was written down, once', async () => {
  const email = fresh('manager')
  const { backupCodes } = await turnedOn(await invitedToDesk(shop, 'manager', email))
  const [code = ''] = backupCodes
  const first = await withMailedCode(email)
  expect((await first.browser.send(postSecond, { code })).location).toBe('/admin')
  const second = await withMailedCode(email)
  expect((await second.browser.send(postSecond, { code })).location).toContain('wrong_second')
})

test('what is about people asks for the authenticator instead of a mail', async () => {
  const email = fresh('owner')
  const browser = await invitedToDesk(shop, 'owner', email)
  const { secret } = await turnedOn(browser)
  await shop.advance(16 * MINUTE)
  const before = await deskCodeMailedTo(shop, email)
  const asked = await browser.send(postInvite, { email: fresh('packer'), role: 'packer' })
  const draft = asked.location.split('=')[1] ?? ''
  expect(await deskCodeMailedTo(shop, email)).toBe(before)
  const done = await browser.send(postInvite, { draft, code: codeShownFor(secret) })
  expect(done.location).toBe('/admin/people?done=invited')
})

test('turning it off asks for a code first', async () => {
  const email = fresh('manager')
  const browser = await invitedToDesk(shop, 'manager', email)
  await turnedOn(browser)
  await shop.advance(16 * MINUTE)
  expect((await browser.send(postOff, {})).location).toMatch(/^\/admin\/confirm/)
  expect(await personIn(browser)).toMatchObject({ hasSecondFactor: true })
})

describe('an owner', () => {
  const wish = async (email: string, wished: string) => {
    const people = shop.deps.db.selectFrom('deskPeople').select('id')
    const { id } = await people.where('email', '=', email).executeTakeFirstOrThrow()
    const context = { params: Promise.resolve({ person: id }) }
    const owner = await atTheDesk(shop, OWNER)
    return owner.send((request) => postWish(request, context), { wish: wished })
  }

  test('wants one of somebody, who may do nothing else before', async () => {
    const email = fresh('packer')
    const browser = await invitedToDesk(shop, 'owner', email)
    expect((await wish(email, 'wanted')).location).toBe('/admin/people?done=second_wanted')
    const refused = await browser.send(postInvite, { email: fresh('friend'), role: 'packer' })
    expect(refused.location).toBe('/admin/account?problem=lacks_second_factor')
    expect((await browser.send(postSessions, {})).location).toBe('/admin/account?done=sessions')
    await turnedOn(browser)
    const done = await browser.send(postInvite, { email: fresh('friend'), role: 'packer' })
    expect(done.location).toBe('/admin/people?done=invited')
  })

  test('takes away one that was lost, and the mailed code is enough again', async () => {
    const email = fresh('packer')
    await turnedOn(await invitedToDesk(shop, 'packer', email))
    await wish(email, 'lost')
    const { browser, location } = await withMailedCode(email)
    expect(location).toBe('/admin/account')
    expect(await personIn(browser)).toMatchObject({ hasSecondFactor: false })
  })
})
