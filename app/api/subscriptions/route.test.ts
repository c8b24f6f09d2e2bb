import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { approveInWallet, customer, subscriptionOf } from '@/lib/proof/shop/subscriber'
import { savedView } from '@/lib/views/saved'
import { POST as removeSaved } from '../account/saved/remove/route'
import { POST as tokens } from '../webhooks/adyen/tokens/route'
import { POST as act } from './[subscription]/[act]/route'
import { POST as subscribe } from './route'

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const form = {
  ...customer,
  phone: '010-1234-5678',
  plan: 'chrysanthemum-monthly',
  attempt: '1',
  total: '9900',
  price: '16200',
  agreement: 'yes',
}

const post = (fields: Record<string, string>, cookie = '') =>
  new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', cookie },
  })
const goesTo = (answer: Response) => answer.headers.get('location') ?? ''

async function subscribed() {
  const cookie = await signInAs(shop, customer.email)
  const answer = await subscribe(post(form, cookie))
  const { rows } = await shop.deps.pool.query(
    'select s.id, o.id as first from subscriptions s join orders o on o.subscription_id = s.id',
  )
  await approveInWallet(shop, rows[0].first)
  return { cookie, answer, id: rows[0].id }
}
const acts = (id: string, name: string, fields = {}, cookie = '') =>
  act(post(fields, cookie), { params: Promise.resolve({ subscription: id, act: name }) })

describe('the door of a subscription', () => {
  test('sends a signed-in shopper to the wallet', async () => {
    const { answer } = await subscribed()
    expect(answer.status).toBe(303)
    expect(goesTo(answer)).toContain('/checkoutshopper/')
  })
  test('asks whoever is not signed in to sign in, and keeps what was typed', async () => {
    const answer = await subscribe(post(form))
    expect(goesTo(answer)).toBe(
      '/en/account?next=%2Fen%2Fsubscriptions%2Fnew%2Fchrysanthemum-monthly',
    )
    expect(answer.headers.get('set-cookie')).toContain('norang=')
    const { rows } = await shop.deps.pool.query('select draft from carts')
    expect(rows[0].draft).toContain(customer.address)
  })
  test.each<[string, Record<string, string>, string]>([
    ['without the agreement', { agreement: '' }, 'problem=fields'],
    ['without an address', { address: '' }, 'problem=fields'],
    ['at another price', { total: '1' }, 'problem=changed'],
    ['at another price for what comes later', { price: '1' }, 'problem=changed'],
  ])('goes back to the form %s, and nothing is made', async (_, wrong, problem) => {
    const cookie = await signInAs(shop, customer.email)
    expect(goesTo(await subscribe(post({ ...form, ...wrong }, cookie)))).toContain(problem)
    const { rows } = await shop.deps.pool.query('select count(*)::int from subscriptions')
    expect(rows[0].count).toBe(0)
  })
  test.each(['nothing', '', '../x'])('knows no plan %j', async (plan) => {
    const cookie = await signInAs(shop, customer.email)
    expect((await subscribe(post({ ...form, plan }, cookie))).status).toBe(404)
  })
})

describe('what its owner does', () => {
  test('pauses, resumes, skips, moves and cancels it', async () => {
    const { cookie, id } = await subscribed()
    const page = `/en/subscriptions/${id}`
    for (const [name, fields, to] of [
      ['pause', {}, ''],
      ['resume', {}, ''],
      ['skip', {}, ''],
      ['cancel', { when: 'period_end' }, '/end'],
      ['stay', {}, ''],
      ['cancel', { when: 'now' }, '/end'],
    ] as const)
      expect(goesTo(await acts(id, name, fields, cookie)), name).toBe(`${page}${to}?done=1`)
    expect((await subscriptionOf(shop, id)).sub.over?.why).toBe('by_shopper')
  })
  test('is not cancelled by a form that does not say when', async () => {
    const { cookie, id } = await subscribed()
    for (const when of ['', 'NOW', 'soon'])
      expect((await acts(id, 'cancel', { when }, cookie)).status).toBe(404)
    expect((await subscriptionOf(shop, id)).sub.over).toBeNull()
  })
  test('that cannot be done now is said, and nothing happens', async () => {
    const { cookie, id } = await subscribed()
    expect(goesTo(await acts(id, 'resume', {}, cookie))).toContain('problem=no_longer')
    expect(goesTo(await acts(id, 'move', { day: '2020-01-01' }, cookie))).toContain('problem=day')
    expect(goesTo(await acts(id, 'move', { day: 'soon' }, cookie))).toContain('problem=day')
    expect(goesTo(await acts(id, 'address', { name: '' }, cookie))).toContain('problem=address')
  })
  test('changes where the next deliveries go', async () => {
    const { cookie, id } = await subscribed()
    await acts(id, 'address', { ...form, address: '부산광역시 해운대구 1' }, cookie)
    expect((await subscriptionOf(shop, id)).row.customer.address).toBe('부산광역시 해운대구 1')
  })
})

describe('somebody else’s, or nobody’s', () => {
  test('is not there, whatever is wanted of it', async () => {
    const { id } = await subscribed()
    const stranger = await signInAs(shop, 'stranger@example.com')
    const missing = await acts('A'.repeat(22), 'pause', {}, stranger)
    for (const cookie of [stranger, ''])
      for (const name of ['pause', 'address', 'agree', 'explode']) {
        const answer = await acts(id, name, form, cookie)
        expect([answer.status, await answer.text()]).toEqual([404, await missing.clone().text()])
      }
    expect((await subscriptionOf(shop, id)).sub.over).toBeNull()
  })
  test('saved KakaoPay cannot be removed', async () => {
    await subscribed()
    const { rows } = await shop.deps.pool.query('select id, token from saved_methods')
    const stranger = await signInAs(shop, 'stranger@example.com')
    for (const wallet of [rows[0].id, rows[0].token, 'nothing', ''])
      expect((await removeSaved(post({ wallet }, stranger))).status).toBe(404)
    expect(goesTo(await removeSaved(post({ wallet: rows[0].id })))).toBe('/en/account')
    expect((await shop.deps.pool.query('select gone_at from saved_methods')).rows).toEqual([
      { gone_at: null },
    ])
  })
  test('a saved KakaoPay is named by pages in our own way, and never by what charges it', async () => {
    const { cookie } = await subscribed()
    const { rows } = await shop.deps.pool.query('select id, token, shopper from saved_methods')
    const view = await savedView(shop.deps.db, rows[0].shopper, 'en')
    expect(view.wallets).toMatchObject([{ id: rows[0].id, stops: ['Wild chrysanthemum tea'] }])
    expect(JSON.stringify(view)).not.toContain(rows[0].token)
    expect((await removeSaved(post({ wallet: rows[0].token }, cookie))).status).toBe(404)
    expect(goesTo(await removeSaved(post({ wallet: rows[0].id }, cookie)))).toContain(
      'done=removed',
    )
  })
})

describe('the door of the token webhook', () => {
  const sends = (body: string, headers = {}) =>
    tokens(new Request('http://localhost/', { method: 'POST', body, headers }))
  const stored = async () =>
    (await shop.deps.pool.query('select count(*)::int from webhook_inbox')).rows[0].count

  test.each<[string, string, Record<string, string>]>([
    ['without a signature', '{"type":"recurring.token.created"}', {}],
    ['with a false one', '{"type":"recurring.token.created"}', { hmacsignature: 'AAAA' }],
    ['that is not JSON', '<xml>', {}],
  ])('refuses one %s, and stores nothing', async (_, body, headers) => {
    expect((await sends(body, headers)).status).toBe(401)
    expect(await stored()).toBe(0)
  })
  const key = '4E6F72616E672073696D756C61746F72206B65792C206E6F206D6F6E6579206D'
  const signed = (body: string) =>
    sends(body, {
      hmacsignature: createHmac('sha256', Buffer.from(key, 'hex')).update(body).digest('base64'),
    })
  test('stores one that is signed, once, also when nobody knows its shopper', async () => {
    const data = {
      merchantAccount: 'NorangSimulator',
      shopperReference: 'nobody',
      storedPaymentMethodId: 'M5N7TQ4TG5PFWR50',
      type: 'kakaopay',
    }
    const body = JSON.stringify({ type: 'recurring.token.created', environment: 'test', data })
    for (let time = 0; time < 2; time++) expect((await signed(body)).status).toBe(202)
    await shop.settle()
    const { rows } = await shop.deps.pool.query('select parked_why from webhook_inbox')
    expect(rows).toEqual([{ parked_why: 'unknown_shopper' }])
  })
  test('says of what is signed and no notification that it is none', async () => {
    for (const body of ['not json', '[]', '{"notificationItems":[]}'])
      expect((await signed(body)).status).toBe(400)
    expect(await stored()).toBe(0)
  })
  test('refuses one that is too large', async () => {
    expect((await sends('x'.repeat(300_000))).status).toBe(413)
  })
})
