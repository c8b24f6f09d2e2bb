import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '@/lib/core/ids'
import { type AccountBrowser, codeMailedTo, openBrowser } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { signedInOf } from '@/lib/visitor/visitor'
import { POST as postCode } from './code/route'
import { POST as postSignIn } from './sign-in/route'

/* A code that was mailed belongs to the browser that asked for it. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let people = 0
const somebody = () => `somebody-${++people}@example.com`
const wrong = (code: string) => (code === '111111' ? '222222' : '111111')

const again = '/en/account?step=code&problem=wrong'
const spent = '/en/account?problem=spent'
const account = '/en/account'

/** A browser that asked for a code, and the code that was mailed because of it. */
async function asks(email: string, browser = openBrowser()) {
  await browser.send(postCode, { email })
  return { browser, code: await codeMailedTo(shop, email) }
}
const types = async (browser: AccountBrowser, email: string, code: string) =>
  (await browser.send(postSignIn, { email, code })).location

async function typesWrong(browser: AccountBrowser, email: string, times: number) {
  const answers: string[] = []
  for (let time = 0; time < times; time++)
    answers.push(await types(browser, email, wrong(await codeMailedTo(shop, email))))
  return answers
}
const personIn = (browser: AccountBrowser) =>
  signedInOf(new Request('http://localhost/', { headers: { cookie: browser.cookie() } }))

describe('five wrong codes', () => {
  test('end one code, and the next can be asked for at once', async () => {
    const email = somebody()
    const { browser, code } = await asks(email)
    expect(await typesWrong(browser, email, 5)).toEqual([again, again, again, again, spent])
    expect(await types(browser, email, code)).toBe(spent)
    const { code: next } = await asks(email, browser)
    expect(await types(browser, email, next)).toBe(account)
  })

  test('are five also when thirty come at once', async () => {
    const email = somebody()
    const { browser, code } = await asks(email)
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => types(browser, email, wrong(code))),
    )
    expect(answers.filter((location) => location === again)).toHaveLength(4)
    expect(answers.filter((location) => location === spent)).toHaveLength(26)
    expect(await types(browser, email, code)).toBe(spent)
  })
})

describe('a stranger', () => {
  test('who guesses uses up nothing of the owner’s', async () => {
    const email = somebody()
    const { browser: owner, code } = await asks(email)
    for (let time = 0; time < 3; time++) {
      const { browser: stranger } = await asks(email)
      expect((await typesWrong(stranger, email, 6)).at(-1)).toBe(spent)
    }
    expect(await types(owner, email, code)).toBe(account)
    expect(await personIn(owner)).toMatchObject({ email })
  })

  test('who asks for codes replaces none of the owner’s, and the owner can ask for another', async () => {
    const email = somebody()
    const { browser: owner, code } = await asks(email)
    const { browser: stranger, code: theirs } = await asks(email)
    expect(await types(owner, email, code)).toBe(account)
    const { browser: phone, code: third } = await asks(email)
    expect(await types(phone, email, third)).toBe(account)
    expect(await types(stranger, email, wrong(theirs))).toBe(again)
  })

  test('who has read the code has still no browser that asked for it', async () => {
    const email = somebody()
    const { browser: owner, code } = await asks(email)
    expect(await types(openBrowser(), email, code)).toBe(again)
    const { browser: stranger } = await asks('stranger@example.com')
    expect(await types(stranger, email, code)).toBe(again)
    expect(await types(owner, email, code)).toBe(account)
  })

  test('cannot sign in to one mailbox by the code of another', async () => {
    const { browser, code } = await asks('stranger@example.com')
    expect(await types(browser, somebody(), code)).toBe(again)
  })

  test.each(['', 'a', 'x'.repeat(5000), '%00', 'null'])(
    'with the made-up challenge %#',
    async (made) => {
      const email = somebody()
      const { code } = await asks(email)
      expect(await types(openBrowser(`norang.challenge=${made}`), email, code)).toBe(again)
    },
  )
})

describe('a code', () => {
  test('works for ten minutes', async () => {
    const email = somebody()
    const early = await asks(email)
    await shop.advance(10 * MINUTE - 1000)
    const late = await asks(email)
    expect(await types(early.browser, email, early.code)).toBe(account)
    await shop.advance(10 * MINUTE)
    expect(await types(late.browser, email, late.code)).toBe(again)
  })

  test('works once, also when it is sent twice at once', async () => {
    const email = somebody()
    const { browser, code } = await asks(email)
    const twin = openBrowser(browser.cookie())
    const answers = await Promise.all([types(browser, email, code), types(twin, email, code)])
    expect(answers.sort()).toEqual([account, again])
  })

  test('makes one account for somebody who is new in two browsers at once', async () => {
    const email = somebody()
    const [one, other] = [await asks(email), await asks(email)]
    const answers = await Promise.all(
      [one, other].map(({ browser, code }) => types(browser, email, code)),
    )
    expect(answers).toEqual([account, account])
    const [first, second] = [await personIn(one.browser), await personIn(other.browser)]
    expect(first?.shopper).toBe(second?.shopper)
  })

  test('is kept as a fingerprint, without the address, and forgotten when it is too old', async () => {
    await shop.advance(10 * MINUTE)
    const email = somebody()
    const { browser, code } = await asks(email)
    const { rows } = await shop.deps.pool.query('select * from challenges')
    expect(rows).toHaveLength(1)
    const kept = JSON.stringify(rows)
    const challenge = /norang\.challenge=([^;]+)/.exec(browser.cookie())?.[1] ?? ''
    expect(challenge.length).toBeGreaterThanOrEqual(22)
    for (const secret of [email, code, challenge]) expect(kept).not.toContain(secret)
  })
})
