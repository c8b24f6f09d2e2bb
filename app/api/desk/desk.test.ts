import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as postShopCode } from '@/app/api/account/code/route'
import { POST as postShopSignIn } from '@/app/api/account/sign-in/route'
import { HOUR, MINUTE } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { codeMailedTo, openBrowser, signInAs } from '@/lib/proof/shop/account-forms'
import { atTheDesk, deskCodeMailedTo, invitedToDesk, OWNER } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST as postCode } from './code/route'
import { POST as postRemove } from './people/[person]/remove/route'
import { POST as postRole } from './people/[person]/role/route'
import { POST as postInvite } from './people/invite/route'
import { POST as postSignIn } from './sign-in/route'
import { POST as postSignOut } from './sign-out/route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const personIn = (browser: { cookie(): string }) =>
  deps().desk.person(new Headers({ cookie: browser.cookie() }))
const idOf = async (email: string) => {
  const people = shop.deps.db.selectFrom('deskPeople').select('id')
  return (await people.where('email', '=', email).executeTakeFirstOrThrow()).id
}
const about = async (email: string) => ({ params: Promise.resolve({ person: await idOf(email) }) })
const log = () => shop.deps.db.selectFrom('deskLog').selectAll().orderBy('id').execute()
const fresh = (who: string) => `${who}-${shop.deps.newId()}@example.com`.toLowerCase()

describe('signing in', () => {
  test('takes the code that was mailed to an owner, and is written down', async () => {
    const browser = openBrowser()
    const asked = await browser.send(postCode, { email: 'Owner@Example.com' })
    expect(asked).toMatchObject({ status: 303, location: '/admin/sign-in?step=code' })
    const code = await deskCodeMailedTo(shop, OWNER)
    const signedIn = await browser.send(postSignIn, { email: OWNER, code })
    expect(signedIn.location).toBe('/admin')
    expect(await personIn(browser)).toMatchObject({
      email: OWNER,
      role: 'owner',
      isConfirmed: true,
    })
    expect((await log()).at(-1)).toMatchObject({ who: OWNER, role: 'owner', act: 'signed_in' })
  })

  test('goes on to the page that was asked for, of the desk alone', async () => {
    for (const [next, after] of [
      ['/admin/log?who=a', '/admin/log?who=a'],
      ['//evil.example', '/admin'],
      ['/ko/account', '/admin'],
    ]) {
      const browser = openBrowser()
      await browser.send(postCode, { email: OWNER })
      const code = await deskCodeMailedTo(shop, OWNER)
      const { location } = await browser.send(postSignIn, { email: OWNER, code, next: next ?? '' })
      expect(location).toBe(after)
    }
  })

  test('says the same to an address that may not enter, and mails nothing', async () => {
    const email = fresh('stranger')
    const [known, stranger] = [openBrowser(), openBrowser()]
    const told = await known.send(postCode, { email: OWNER })
    const asked = await stranger.send(postCode, { email })
    expect({ ...asked, cookies: asked.cookies.map((each) => each.split('=')[0]) }).toEqual({
      ...told,
      cookies: told.cookies.map((each) => each.split('=')[0]),
    })
    expect(await deskCodeMailedTo(shop, email)).toBe('')
    const { location } = await stranger.send(postSignIn, { email, code: '123456' })
    expect(location).toBe('/admin/sign-in?step=code&problem=wrong')
    expect(await personIn(stranger)).toBeNull()
  })

  test('with a wrong code opens nothing, and the fifth ends it', async () => {
    const browser = openBrowser()
    await browser.send(postCode, { email: OWNER })
    const right = await deskCodeMailedTo(shop, OWNER)
    const code = right === '111111' ? '222222' : '111111'
    for (let guess = 1; guess < 5; guess++)
      expect((await browser.send(postSignIn, { email: OWNER, code })).location).toContain('wrong')
    expect((await browser.send(postSignIn, { email: OWNER, code })).location).toContain('spent')
    expect((await browser.send(postSignIn, { email: OWNER, code: right })).location).toContain(
      'spent',
    )
    expect(await personIn(browser)).toBeNull()
  })

  test('needs the browser that asked for the code', async () => {
    await openBrowser().send(postCode, { email: OWNER })
    const code = await deskCodeMailedTo(shop, OWNER)
    const other = openBrowser()
    expect((await other.send(postSignIn, { email: OWNER, code })).location).toContain('wrong')
  })
})

describe('two doors', () => {
  test('a shopper’s session opens nothing at the desk, and the reverse', async () => {
    const shopper = await signInAs(shop, OWNER)
    expect(await deps().desk.person(new Headers({ cookie: shopper }))).toBeNull()
    const desk = await atTheDesk(shop)
    expect(await deps().accounts.signedIn(new Headers({ cookie: desk.cookie() }))).toBeNull()
    // Nor under the other's name.
    const renamed = shopper.replace('norang.session_token', 'norang.desk.session_token')
    expect(await deps().desk.person(new Headers({ cookie: renamed }))).toBeNull()
  })

  test('a code of one opens nothing at the other', async () => {
    const browser = openBrowser()
    await browser.send(postShopCode, { email: OWNER })
    const code = await codeMailedTo(shop, OWNER)
    const planted = openBrowser(
      browser.cookie().replace('norang.challenge', 'norang.desk_challenge'),
    )
    expect((await planted.send(postSignIn, { email: OWNER, code })).location).toContain('wrong')
    const desk = openBrowser()
    await desk.send(postCode, { email: OWNER })
    const other = openBrowser(desk.cookie().replace('norang.desk_challenge', 'norang.challenge'))
    const given = { email: OWNER, code: await deskCodeMailedTo(shop, OWNER) }
    expect((await other.send(postShopSignIn, given)).location).toContain('wrong')
  })
})

describe('a session', () => {
  let own: TestShop
  beforeAll(async () => {
    own = await openShop()
  })
  afterAll(() => own.close())
  const alive = async (browser: { cookie(): string }) =>
    (await own.deps.desk.person(new Headers({ cookie: browser.cookie() }))) !== null

  test('ends after an hour of nothing, and after twelve whatever is done', async () => {
    const browser = await atTheDesk(own)
    for (let hour = 0; hour < 12; hour++) {
      expect(await alive(browser)).toBe(true)
      await own.advance(HOUR - 2 * MINUTE)
    }
    await own.advance(30 * MINUTE)
    expect(await alive(browser)).toBe(false)
    const idle = await atTheDesk(own)
    await own.advance(HOUR + MINUTE)
    expect(await alive(idle)).toBe(false)
  })

  test('ends with the sign-out, also for whoever has copied it', async () => {
    const browser = await atTheDesk(own)
    const copied = browser.cookie()
    await browser.send(postSignOut, {})
    expect(await alive({ cookie: () => copied })).toBe(false)
    expect(browser.cookie()).not.toContain('norang.desk')
  })

  test('over https is bound to this very host, and ends in twelve hours', async () => {
    const secure = await openShop({ BASE_URL: 'https://shop.example', ADMIN_EMAILS: OWNER })
    const browser = openBrowser()
    await browser.send(postCode, { email: OWNER })
    const code = await deskCodeMailedTo(secure, OWNER)
    const { cookies } = await browser.send(postSignIn, { email: OWNER, code })
    await secure.close()
    const session = cookies.find((each) => each.includes('session_token='))
    expect(session).toMatch(/^__Host-norang\.desk\.session_token=[^;]+; /)
    expect(session?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
  })
})

describe('people', () => {
  test('are asked in by an owner, and sign in with a code of their own', async () => {
    const email = fresh('packer')
    const packer = await invitedToDesk(shop, 'packer', email)
    expect(await personIn(packer)).toMatchObject({ email, role: 'packer' })
    const letters = shop.deps.db.selectFrom('mails').select(['subject', 'text'])
    const letter = await letters
      .where('recipient', '=', email)
      .where('letter', '=', 'desk_invitation')
      .executeTakeFirstOrThrow()
    expect(letter.text).toContain('/admin/sign-in')
  })

  test('who were asked in and did not come within a week are let in no longer', async () => {
    const email = fresh('late')
    await (await atTheDesk(shop)).send(postInvite, { email, role: 'packer' })
    await shop.advance(7 * 24 * HOUR)
    const late = await atTheDesk(shop, email)
    expect(await deskCodeMailedTo(shop, email)).toBe('')
    expect(await personIn(late)).toBeNull()
  })

  test('whose role changes may what the new one may at once, and who is removed nothing', async () => {
    const email = fresh('manager')
    const browser = await invitedToDesk(shop, 'packer', email)
    const owner = await atTheDesk(shop)
    await owner.send((request) => about(email).then((context) => postRole(request, context)), {
      role: 'manager',
    })
    expect(await personIn(browser)).toMatchObject({ role: 'manager' })
    await owner.send((request) => about(email).then((context) => postRemove(request, context)), {})
    expect(await personIn(browser)).toBeNull()
    expect(await personIn(await atTheDesk(shop, email))).toBeNull()
  })

  test('of another role than owner change nobody: that is refused, logged, and changes nothing', async () => {
    const email = fresh('packer')
    const packer = await invitedToDesk(shop, 'packer', email)
    const answer = await packer.send(postInvite, { email: fresh('friend'), role: 'owner' })
    expect(answer.status).toBe(403)
    expect((await log()).at(-1)).toMatchObject({
      who: email,
      act: 'refused',
      about: 'desk/people/invite',
    })
  })

  test('whom the setting makes owners are changed by no page', async () => {
    const owner = await atTheDesk(shop)
    const { location } = await owner.send(
      (request) => about(OWNER).then((context) => postRemove(request, context)),
      {},
    )
    expect(location).toBe('/admin/people?problem=by_setting')
  })
})

describe('a code is asked for once more', () => {
  let own: TestShop
  beforeAll(async () => {
    own = await openShop()
  })
  afterAll(() => own.close())
  beforeEach(() => own.advance(13 * HOUR))
  const invited = async (email: string) =>
    own.deps.db
      .selectFrom('deskPeople')
      .select('role')
      .where('email', '=', email)
      .executeTakeFirst()

  test('after a quarter of an hour, and then what was asked for is done with what was typed', async () => {
    const owner = await atTheDesk(own)
    await own.advance(16 * MINUTE)
    const email = fresh('packer')
    const asked = await owner.send(postInvite, { email, role: 'packer' })
    expect(asked.location).toMatch(/^\/admin\/confirm\?draft=\w{22}$/)
    expect(await invited(email)).toBeUndefined()

    const draft = asked.location.split('=')[1] ?? ''
    const right = await deskCodeMailedTo(own, OWNER)
    const wrong = right === '111111' ? '222222' : '111111'
    const again = await owner.send(postInvite, { draft, code: wrong })
    expect(again.location).toBe(`/admin/confirm?draft=${draft}&problem=wrong`)
    const done = await owner.send(postInvite, { draft, code: right })
    expect(done.location).toBe('/admin/people?done=invited')
    expect(await invited(email)).toEqual({ role: 'packer' })
    // A second press does nothing, and says so.
    const twice = await owner.send(postInvite, { draft, code: right })
    expect(twice.location).toBe('/admin/confirm?problem=gone')
  })

  test('and what one person typed is nothing to another', async () => {
    const owner = await atTheDesk(own)
    await own.advance(16 * MINUTE)
    const { location } = await owner.send(postInvite, { email: fresh('packer'), role: 'packer' })
    const draft = location.split('=')[1] ?? ''
    const other = await atTheDesk(own)
    expect((await other.send(postInvite, { draft })).location).toBe('/admin/confirm?problem=gone')
  })
})

test.each(["update desk_log set why = 'another'", 'delete from desk_log', 'truncate desk_log'])(
  'nobody changes the log: %s',
  async (statement) => {
    await atTheDesk(shop)
    const before = await log()
    await expect(shop.deps.pool.query(statement)).rejects.toThrow('log of the desk')
    expect(await log()).toEqual(before)
  },
)

test('where nobody is named nobody enters', async () => {
  const closed = await openShop({ BASE_URL: 'https://shop.example' })
  const browser = openBrowser()
  await browser.send(postCode, { email: OWNER })
  expect(await deskCodeMailedTo(closed, OWNER)).toBe('')
  await closed.close()
})
