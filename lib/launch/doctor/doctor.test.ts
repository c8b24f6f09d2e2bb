import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { checkLaw } from '@/lib/flows/going-live/check-law'
import { forPeople, good, withSeen, wrong } from '@/lib/flows/going-live/finding'
import { checkNames } from '@/lib/i18n/going-live/check-names'
import { seenByPerson } from '@/lib/i18n/going-live/doctor-words'
import { freePort } from '@/lib/launch/port'
import { type LoneSimulator, startLoneSimulator } from '@/lib/proof/shop/lone-simulator'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop } from '@/lib/proof/shop/shop'
import { doctorCommand } from './doctor-command'
import { exitCodeFor } from './print-findings'

/* `npm run doctor` as a merchant types it, beside a simulator that runs alone and a shop that does not run. */

const KEYS = { standard: 'AB'.repeat(32), tokens: 'CD'.repeat(32) }
const user = { username: 'adyen', password: 'sesame' }
const merchant = { ADYEN_API_KEY: 'key-of-the-shop', ADYEN_MERCHANT_ACCOUNT: 'SomeShop' }

let adyens: ScratchDatabase
let shops: ScratchDatabase
let adyen: LoneSimulator
let settings: Record<string, string>
beforeAll(async () => {
  ;[adyens, shops] = [await scratchDatabase(), await scratchDatabase()]
  adyen = await startLoneSimulator({ SIMULATOR_DATABASE_URL: adyens.url, ...merchant })
  const baseUrl = `http://127.0.0.1:${await freePort()}`
  const url = `${baseUrl}/api/webhooks/adyen`
  for (const [webhook, hmacKey] of Object.entries(KEYS)) {
    const address = webhook === 'tokens' ? `${url}/tokens` : url
    await adyen.control('webhook-settings', { webhook, url: address, hmacKey, ...user })
  }
  settings = {
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_ORIGIN: `${adyen.origin}/api`,
    ...merchant,
    ADYEN_HMAC_KEYS: KEYS.standard,
    ADYEN_TOKEN_HMAC_KEYS: KEYS.tokens,
    ADYEN_WEBHOOK_USERNAME: user.username,
    ADYEN_WEBHOOK_PASSWORD: user.password,
    ADMIN_EMAILS: 'owner@shop.example',
    DATABASE_URL: shops.url,
    BASE_URL: baseUrl,
  }
})
afterAll(async () => {
  await adyen.stop()
  await Promise.all([adyens.drop(), shops.drop()])
})

type Told = { readonly code: unknown; readonly out: string; readonly problem: string }

/** Types it in a shell. */
const doctor = (args: readonly string[], changes: Record<string, string> = {}) =>
  new Promise<Told>((resolve) => {
    const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...settings, ...changes }
    execFile('npm', ['run', '-s', 'doctor', '--', ...args], { env }, (error, out, problem) =>
      resolve({ code: error?.code ?? 0, out, problem }),
    )
  })

type Check = {
  id: string
  state: string
  said: string
  next: string | null
  request: string | null
}
const checksIn = ({ out }: Told): Check[] => JSON.parse(out).checks

test('beside a simulator all that Adyen is asked is right, and what only live has is not seen', async () => {
  const told = await doctor(['--json'])
  expect([told.code, told.problem]).toEqual([2, ''])
  const checks = checksIn(told)
  expect(checks.map(({ id }) => id)).toEqual(Object.keys(checkNames))
  expect(checks.filter(({ state }) => state === 'wrong')).toEqual([])
  const unseen = checks.filter(({ state }) => state === 'unknown').map(({ id }) => id)
  expect(unseen).toEqual([
    'simulator',
    'business',
    'legal',
    'work',
    'https',
    'address',
    'csp',
    'door',
    'running',
    'mail',
    'spf',
    'dmarc',
    'dkim',
    'live_prefix',
    'escrow',
    'cash_receipt',
  ])
  expect(checks.every(({ state, next }) => state === 'ok' || next !== null)).toBe(true)
})

test('one line for each, with what to do next, in Korean too; what is wrong is the exit code', async () => {
  await adyen.control('switches', { webhookEvents: 'no_offer_closed' })
  const told = await doctor(['--lang', 'ko'])
  await adyen.control('switches', { webhookEvents: 'all' })
  expect(told.code).toBe(1)
  expect(told.out).toContain('✔ 가맹점 계정: 사용 중(Active)입니다.')
  expect(told.out).toMatch(
    /✘ 웹훅 이벤트: OFFER_CLOSED.*\n {4}→ .*\n.*Management API.*\n {8}curl -X PATCH/,
  )
  expect(told.out).toMatch(/\? DKIM: /)
  expect(told.out).toMatch(/정상 \d+개, 잘못됨 1개/)
  expect(told.out + told.problem).not.toContain(merchant.ADYEN_API_KEY)
})

test('settings that cannot be read are said, and nothing else is looked at', async () => {
  const told = await doctor([], { ADYEN_API_KEY: `"${merchant.ADYEN_API_KEY}"`, MAIL_FROM: 'Tea' })
  expect(told.code).toBe(1)
  expect(told.out).toMatch(/✘ Settings: ADYEN_API_KEY stands in quotes.*MAIL_FROM is not a sender/)
  expect(told.out).toContain('Nothing else was looked at')
  expect(told.out).not.toContain(merchant.ADYEN_API_KEY)
})

test('what no machine can see is right once a person says so, and then nothing need be left unseen', async () => {
  const seen = forPeople.flatMap((id) => ['--seen', id])
  const checks = checksIn(await doctor(['--json', ...seen]))
  const ofPeople = checks.filter(({ id }) => forPeople.some((each) => each === id))
  expect(ofPeople).toMatchObject([{ state: 'ok' }, { state: 'ok' }, { state: 'ok' }])
})

test('the exit code is 0 when all is right, also by what a person has seen, 1 with a mistake, 2 with something unseen', () => {
  const right = good('database', seenByPerson)
  const law = checkLaw()
  expect(exitCodeFor([right, ...law])).toBe(2)
  expect(exitCodeFor(withSeen([right, ...law], ['escrow']))).toBe(2)
  expect(exitCodeFor(withSeen([right, ...law], ['escrow', 'cash_receipt']))).toBe(0)
  expect(exitCodeFor([right, ...law, wrong('database', seenByPerson)])).toBe(1)
})

test('a database that is away is one line among the others', async () => {
  const told = await doctor(['--json'], { DATABASE_URL: 'postgres://norang:secret@127.0.0.1:1/no' })
  expect(told.code).toBe(1)
  const wrong = checksIn(told).filter(({ state }) => state === 'wrong')
  expect(wrong.map(({ id }) => id)).toEqual(['database'])
  expect(told.out).not.toContain('secret')
})

test('an Adyen that is away is said line by line, and never as a stack', async () => {
  const told = await doctor(['--json'], { ADYEN_API_ORIGIN: 'http://127.0.0.1:1' })
  expect([told.code, told.problem]).toEqual([2, ''])
  const account = checksIn(told).find(({ id }) => id === 'merchant_account')
  expect(account).toMatchObject({
    state: 'unknown',
    said: expect.stringContaining('What stands in Adyen’s place'),
  })
})

test.each([
  [['--help'], 0, 'log'],
  [['--jsn'], 1, 'error'],
  [['--lang', 'jp'], 1, 'error'],
  [['now'], 1, 'error'],
  [['--seen', 'database'], 1, 'error'],
  [['--seen'], 1, 'error'],
] as const)('%j is answered with code %d, and how it is typed', async (args, code, where) => {
  const said = vi.spyOn(console, where).mockImplementation(() => undefined)
  expect(await doctorCommand(args, new AbortController().signal)).toBe(code)
  expect(said.mock.calls.join()).toContain('npm run doctor -- [--json]')
  said.mockRestore()
})

test('with --test-webhook Adyen’s notification really comes to the door, and proves the key', async () => {
  const { BASE_URL: _, DATABASE_URL: __, ADYEN_API_ORIGIN: ___, ...same } = settings
  const shop = await openShop(same)
  const at = { BASE_URL: shop.deps.shop.baseUrl, ADYEN_API_ORIGIN: `${shop.origin}/simulator/api` }
  const told = await doctor(['--json', '--test-webhook'], at)
  expect(checksIn(told).find(({ id }) => id === 'hmac')?.said).toContain('notification arrived')
  // The doctor knocks at this door as a stranger, too: that is no notification.
  shop.traffic.complaints.splice(0)
  await shop.close()
})
