import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sendForm, signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { signedInOf } from '@/lib/visitor/visitor'
import { GET as getBack } from './callback/kakao/route'
import { POST as postKakao } from './kakao/route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ KAKAO_CLIENT_ID: 'rest-key', KAKAO_CLIENT_SECRET: 'hidden' })
})
afterAll(() => shop.close())
afterEach(() => vi.unstubAllGlobals())

type Account = { email?: string; is_email_valid?: boolean; is_email_verified?: boolean }

/** Kakao itself, as its documentation has it, and somebody there who agrees. */
function kakaoKnows(id: number, kakao_account: Account) {
  const answers: Record<string, object> = {
    'https://kauth.kakao.com/oauth/token': {
      token_type: 'bearer',
      access_token: 'kakao-access-key',
    },
    'https://kapi.kakao.com/v2/user/me': { id, kakao_account },
  }
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    const url = String(input instanceof Request ? input.url : input)
    const answer = answers[url]
    if (!answer) throw new Error(`nobody expected ${url}`)
    return Response.json(answer)
  })
}

const pairs = (cookies: readonly string[]) => cookies.map((each) => each.split(';')[0]).join('; ')

/** From our button to Kakao and back. */
async function throughKakao(next = '') {
  const sent = await sendForm(postKakao, { next })
  const state = new URL(sent.location).searchParams.get('state') ?? ''
  const back = await getBack(
    new Request(`${shop.deps.shop.baseUrl}/api/account/callback/kakao?code=abc&state=${state}`, {
      headers: { cookie: pairs(sent.cookies) },
    }),
  )
  const cookie = pairs(back.headers.getSetCookie())
  const who = await signedInOf(new Request('http://localhost/', { headers: { cookie } }))
  return { to: new URL(sent.location), location: back.headers.get('location') ?? '', who, back }
}

test('whoever has a proven address at Kakao is signed in with it', async () => {
  kakaoKnows(1, { email: 'kakao@example.com', is_email_valid: true, is_email_verified: true })
  const { to, location, who, back } = await throughKakao('/en/checkout')
  expect(to.origin + to.pathname).toBe('https://kauth.kakao.com/oauth/authorize')
  expect(to.searchParams.get('client_id')).toBe('rest-key')
  expect(to.searchParams.get('scope')).toBe('account_email')
  expect(to.searchParams.get('redirect_uri')).toBe(
    `${shop.deps.shop.baseUrl}/api/account/callback/kakao`,
  )
  expect(location).toBe('/en/checkout')
  expect(who).toMatchObject({ email: 'kakao@example.com' })
  expect(back.headers.getSetCookie().join()).toContain('norang=')
  expect(back.headers.get('cache-control')).toBe('no-store')
  // From now on this mailbox knows the browser.
  expect(pairs(back.headers.getSetCookie())).toContain('norang.known=')
})

test('Kakao and a code by mail lead to the same account', async () => {
  const cookie = await signInAs(shop, 'both@example.com')
  const byMail = await signedInOf(new Request('http://localhost/', { headers: { cookie } }))
  kakaoKnows(2, { email: 'both@example.com', is_email_valid: true, is_email_verified: true })
  expect((await throughKakao()).who?.shopper).toBe(byMail?.shopper)
})

test.each<[string, Account]>([
  ['is not proven', { email: 'a@example.com', is_email_valid: true, is_email_verified: false }],
  [
    'is no longer valid',
    { email: 'a@example.com', is_email_valid: false, is_email_verified: true },
  ],
  ['was not told', {}],
])('nobody is signed in with an address at Kakao that %s', async (_, account) => {
  kakaoKnows(3, account)
  const { location, who, back } = await throughKakao()
  expect(location).toContain('/en/account?problem=kakao&error=email_not_found')
  expect(who).toBeNull()
  expect(back.headers.getSetCookie().join()).not.toContain('norang=')
  expect(
    (await shop.deps.pool.query(`select from users where email = 'a@example.com'`)).rowCount,
  ).toBe(0)
})

test('the keys that Kakao hands out are not kept', async () => {
  kakaoKnows(4, { email: 'keys@example.com', is_email_valid: true, is_email_verified: true })
  await throughKakao()
  const { rows } = await shop.deps.pool.query('select * from identities')
  expect(rows.map(({ account_id }) => account_id)).toContain('4')
  expect(JSON.stringify(rows)).not.toContain('kakao-access-key')
})

test('a way back that nobody set out on signs nobody in', async () => {
  const back = await getBack(
    new Request(`${shop.deps.shop.baseUrl}/api/account/callback/kakao?code=abc&state=made-up`),
  )
  expect(back.headers.get('location')).toContain('/ko/account?problem=kakao')
  expect(back.headers.getSetCookie().join()).not.toContain('session_token=')
})

test('without its keys there is no way to Kakao', async () => {
  const plain = await openShop()
  expect((await sendForm(postKakao, {})).status).toBe(404)
  expect((await getBack(new Request('http://localhost/api/account/callback/kakao'))).status).toBe(
    404,
  )
  await plain.close()
})
