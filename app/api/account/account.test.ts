import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeMailedTo,
  type FormAnswer,
  openBrowser,
  sendForm,
  signInAs,
} from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { signedInOf } from '@/lib/visitor/visitor'
import { POST as postCode } from './code/route'
import { POST as postKakao } from './kakao/route'
import { POST as postRevoke } from './sessions/[session]/revoke/route'
import { POST as postSignIn } from './sign-in/route'
import { POST as postSignOut } from './sign-out/route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let people = 0
const somebody = () => `somebody-${++people}@example.com`
const who = (cookie: string) =>
  signedInOf(new Request('http://localhost/', { headers: { cookie } }))
const typed = ({ cookies }: FormAnswer) => {
  const kept = cookies.find((cookie) => cookie.startsWith('norang.sign_in='))
  return JSON.parse(Buffer.from(kept?.split(/[=;]/)[1] ?? '', 'base64url').toString()) as unknown
}
const lettersTo = (email: string) =>
  shop.deps.db.selectFrom('mails').selectAll().where('recipient', '=', email).execute()

describe('a code by mail', () => {
  test('signs in whoever can read the mail, and the shop knows them again', async () => {
    const email = somebody()
    const browser = openBrowser()
    const asked = await browser.send(postCode, { email: ` ${email.toUpperCase()} ` })
    expect(asked).toMatchObject({ status: 303, location: '/en/account?step=code' })
    expect(typed(asked)).toEqual({ email, next: null })

    const [letter] = await lettersTo(email)
    expect(letter).toMatchObject({ letter: 'sign_in_code', orderId: null })
    expect(letter?.text).toContain('Demonstration shop')

    const code = await codeMailedTo(shop, email)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    const signedIn = await browser.send(postSignIn, { email, code: spaced })
    expect(signedIn).toMatchObject({ status: 303, location: '/en/account' })
    const known = await who(browser.cookie())
    expect(known).toMatchObject({ email })
    expect(known?.shopper).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    // The same person on another day.
    expect((await who(await signInAs(shop, email)))?.shopper).toBe(known?.shopper)
  })

  test('goes to an address of 한국, and is found in what was pasted', async () => {
    const email = 'r&d@xn--o80br9i.xn--3e0b707e'
    const browser = openBrowser()
    await browser.send(postCode, { email: 'R&D@노랑.한국' })
    const pasted = `인증번호: ${await codeMailedTo(shop, email)} (10분)`
    const signedIn = await browser.send(postSignIn, { email: 'r&d@노랑.한국', code: pasted })
    expect(signedIn.location).toBe('/en/account')
    expect(await who(browser.cookie())).toMatchObject({ email })
  })

  test('holds nothing that was typed, and no link', async () => {
    const email = 'visit.www-evil.test@evil.example'
    const typedToo = { email, name: 'evil.example', next: '/ko/orders/evil.example' }
    await sendForm(postCode, typedToo)
    const [letter] = await lettersTo(email)
    const { subject = '', text = '', html = '' } = letter ?? {}
    expect(text).toMatch(/\d{6}/)
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/evil|visit|@/)
      expect(part).not.toMatch(/https?:|href=/)
    }
  })

  test('works once', async () => {
    const email = somebody()
    const browser = openBrowser()
    await browser.send(postCode, { email })
    const asked = openBrowser(browser.cookie())
    const code = await codeMailedTo(shop, email)
    expect((await browser.send(postSignIn, { email, code })).location).toBe('/en/account')
    for (const each of [browser, asked])
      expect((await each.send(postSignIn, { email, code })).location).toBe(
        '/en/account?step=code&problem=wrong',
      )
  })

  test('speaks the language of the page', async () => {
    const email = somebody()
    await sendForm(postCode, { email, locale: 'ko' })
    const [letter] = await lettersTo(email)
    expect(letter?.subject).toContain('로그인 코드')
    expect(letter?.html).toContain('데모 상점')
  })

  test('is asked for in the same way by whoever is known and whoever is not', async () => {
    const known = somebody()
    await signInAs(shop, known)
    const ways = [
      await sendForm(postCode, { email: known }),
      await sendForm(postCode, { email: somebody() }),
    ]
    expect(ways.map(({ status, location }) => [status, location])).toEqual([
      [303, '/en/account?step=code'],
      [303, '/en/account?step=code'],
    ])
  })

  test('leads on to where somebody wanted to go, and only within the shop', async () => {
    for (const [next, location] of [
      ['/en/checkout', '/en/checkout'],
      ['https://evil.example/', '/en/account'],
      ['//evil.example', '/en/account'],
    ]) {
      const email = somebody()
      const browser = openBrowser()
      await browser.send(postCode, { email })
      const code = await codeMailedTo(shop, email)
      const signedIn = await browser.send(postSignIn, { email, code, next: next ?? '' })
      expect(signedIn.location).toBe(location)
    }
  })

  test('that cannot be mailed is said so, and the address stays typed', async () => {
    const broken = await openShop({ SMTP_URL: 'smtp://127.0.0.1:1' })
    const email = somebody()
    const asked = await sendForm(postCode, { email, next: '/en/checkout' })
    expect(asked.location).toBe('/en/account?problem=not_sent')
    expect(typed(asked)).toEqual({ email, next: '/en/checkout' })
    // With a mail server no copy of the code is kept.
    expect(await broken.deps.db.selectFrom('mails').selectAll().execute()).toEqual([])
    await broken.close()
  })
})

describe('mistakes', () => {
  test.each(['', 'norang', 'a@b', 'a b@example.com'])('%j is no address', async (email) => {
    const asked = await sendForm(postCode, { email })
    expect(asked.location).toBe('/en/account?problem=email')
    expect(typed(asked)).toEqual({ email, next: null })
  })

  test.each(['', '12345', '1234567', 'abcdef'])(
    '%j is no code, and no try either',
    async (code) => {
      const email = somebody()
      const browser = openBrowser()
      await browser.send(postCode, { email })
      const tried = await browser.send(postSignIn, { email, code })
      expect(tried.location).toBe('/en/account?step=code&problem=digits')
      const { rows } = await shop.deps.pool.query('select max(tries) as most from challenges')
      expect(rows).toEqual([{ most: 0 }])
    },
  )

  test('a wrong code signs nobody in, and the right one still does', async () => {
    const email = somebody()
    const browser = openBrowser()
    await browser.send(postCode, { email })
    const code = await codeMailedTo(shop, email)
    const wrong = code === '111111' ? '222222' : '111111'
    const tried = await browser.send(postSignIn, { email, code: wrong })
    expect(tried.location).toBe('/en/account?step=code&problem=wrong')
    expect(tried.cookies.join()).not.toContain('session_token')
    expect((await browser.send(postSignIn, { email, code })).location).toBe('/en/account')
  })
})

describe('a session', () => {
  const revoke = (session: string, cookie: string) =>
    sendForm(
      (request) => postRevoke(request, { params: Promise.resolve({ session }) }),
      {},
      { cookie },
    )

  test('ends with signing out', async () => {
    const cookie = await signInAs(shop, somebody())
    const out = await sendForm(postSignOut, {}, { cookie })
    expect(out.location).toBe('/en/account?done=signed_out')
    // Also for whoever has kept the cookie.
    expect(await who(cookie)).toBeNull()
  })

  test('can be ended from another browser of the same person', async () => {
    const email = somebody()
    const [phone, desktop] = [await signInAs(shop, email), await signInAs(shop, email)]
    const session = (await who(phone))?.session ?? ''
    expect((await revoke(session, desktop)).location).toBe('/en/account?done=revoked')
    expect(await who(phone)).toBeNull()
    expect(await who(desktop)).toMatchObject({ email })
  })

  test('of somebody else does not exist', async () => {
    const [mine, theirs] = [await signInAs(shop, somebody()), await signInAs(shop, somebody())]
    const session = (await who(theirs))?.session ?? ''
    expect((await revoke(session, mine)).status).toBe(404)
    expect((await revoke('nothing', mine)).status).toBe(404)
    expect(await who(theirs)).not.toBeNull()
    expect((await revoke(session, '')).location).toBe('/en/account')
  })

  test('cannot be made up', async () => {
    const cookie = await signInAs(shop, somebody())
    expect(await who(cookie.replace(/session_token=./, 'session_token=_'))).toBeNull()
    expect(await who('norang.session_token=abc.def')).toBeNull()
  })
})

test.each([
  ['code', postCode],
  ['sign-in', postSignIn],
  ['sign-out', postSignOut],
  ['kakao', postKakao],
  [
    'revoke',
    (request: Request) => postRevoke(request, { params: Promise.resolve({ session: 'x' }) }),
  ],
])('a form of another site changes nothing at %s', async (_, door) => {
  expect((await sendForm(door, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})
