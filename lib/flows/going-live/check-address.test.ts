import { expect, test } from 'vitest'
import { type Env, readEnv } from '@/lib/env'
import type { CheckId } from '@/lib/i18n/going-live/check-names'
import { serve } from '@/lib/proof/shop/serve'
import { seenStates } from '@/lib/proof/shop/three-states'
import { type AddressSeen, checkAddress, seeAddress } from './check-address'
import type { FindingState } from './finding'

const states = seenStates()

const policy = "script-src 'self' 'nonce-abc'; form-action 'self' https: kakaotalk:"
const page = (headers: Record<string, string>) => ({ status: 200, headers, body: '<html>' })
type Page = { status: number; headers: Record<string, string>; body: string }

/** What our shop answers, by the path; a test changes single ones. */
const ours: Record<string, Page> = {
  '/api/health': {
    ...page({}),
    body: '{"status":"ok","database":"ok","migrations":"ok","jobs":"ok"}',
  },
  '/ko': page({ 'content-security-policy': "form-action 'self' https: kakaotalk:" }),
  '/ko/cart': page({ 'content-security-policy': policy }),
  '/api/webhooks/adyen': { status: 400, headers: {}, body: 'not a notification\n' },
}

const live = (env: Env): Env => ({ ...env, adyen: { ...env.adyen, environment: 'live' } })

/** What is said of a shop that answers like that. */
async function of(changes: Record<string, Page>, made: (env: Env) => Env = (env) => env) {
  const pages = { ...ours, ...changes }
  const served = await serve(async (request) => {
    const { status, headers, body } = pages[new URL(request.url).pathname] ?? page({})
    return new Response(body, { status, headers })
  })
  const settings = made(readEnv({ BASE_URL: served.origin }))
  const found = checkAddress(settings, await seeAddress(settings))
  await served.close()
  return found
}

const to = { location: 'https://www.shop.example/api/webhooks/adyen' }

test.each<[CheckId, FindingState, Record<string, Page>]>([
  ['address', 'ok', {}],
  ['address', 'wrong', { '/api/health': { ...page({}), body: '<h1>Parked</h1>' } }],
  [
    'address',
    'wrong',
    { '/api/health': { ...page({}), body: '{"status":"failing","migrations":"failing"}' } },
  ],
  ['csp', 'ok', {}],
  ['csp', 'wrong', { '/ko/cart': page({}) }],
  ['csp', 'wrong', { '/ko': page({}) }],
  ['door', 'ok', {}],
  [
    'door',
    'ok',
    {
      '/api/webhooks/adyen': {
        ...page({}),
        status: 401,
        body: 'the signature or the password is wrong',
      },
    },
  ],
  ['door', 'wrong', { '/api/webhooks/adyen': { ...page({}), status: 401 } }],
  ['door', 'wrong', { '/api/webhooks/adyen': { ...page(to), status: 308 } }],
  ['https', 'unknown', {}],
])('%s is %s', async (id, state, changes) => {
  expect(states.note(await of(changes), id).state).toBe(state)
})

test('a redirect of the door is named, for Adyen does not follow it', async () => {
  const found = await of({ '/api/webhooks/adyen': { ...page(to), status: 308 } })
  expect(states.note(found, 'door').said.en).toContain('www.shop.example')
})

test('a live shop that was built for another environment is told to be built again', async () => {
  const built = { '/ko': page({ 'content-security-policy': `${policy} http://127.0.0.1:*` }) }
  const found = await of(built, live)
  expect(states.note(found, 'csp')).toMatchObject({ state: 'wrong' })
  expect(found[2]?.next?.en).toContain('npm run build')
  expect(states.note(found, 'https').state).toBe('wrong')
})

test('a shop on one’s own machine need not run while one looks, and one on the internet must', async () => {
  const away = readEnv({ BASE_URL: 'http://127.0.0.1:1' })
  const found = checkAddress(away, await seeAddress(away))
  for (const id of ['address', 'csp', 'door'] as const)
    expect(states.note(found, id).state).toBe('unknown')

  const public_ = readEnv({ BASE_URL: 'https://shop.invalid' })
  const gone = checkAddress(public_, await seeAddress(public_))
  expect(states.note(gone, 'address').state).toBe('wrong')
  expect(states.note(gone, 'door').state).toBe('wrong')
  expect(states.note(gone, 'https').state).toBe('ok')
})

test('a certificate that does not fit is said to be the trouble', () => {
  const answer = { why: 'CERT_HAS_EXPIRED', isCertificate: true }
  const seen: AddressSeen = { health: answer, window: answer, cart: answer, door: answer }
  const found = checkAddress(readEnv({ BASE_URL: 'https://shop.example' }), seen)
  expect(states.note(found, 'https')).toMatchObject({ state: 'wrong' })
  expect(found[0]?.said.en).toContain('CERT_HAS_EXPIRED')
})

test('each of them was seen in all three states', () => {
  states.expectAllThreeOf(['https', 'address', 'csp', 'door'])
})
