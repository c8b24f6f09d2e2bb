import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from '@/lib/proof/shop/test-simulator'
import { createJuso, type JusoError, MOST_ADDRESSES } from './juso'
import { type AddressSearch, searchAddress } from './search-address'

/* The client against the simulated service over a real socket: what it says is what the government's says. */

let simulator: TestSimulator
let logged: [message: string, facts: object][] = []
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())
afterEach(async () => {
  logged = []
  await simulator.control('/reset')
})

const juso = (key = 'simulator', timeoutMs = 3_000) =>
  createJuso({ key, origin: `${simulator.origin}/juso` }, timeoutMs)
const search = (typed: string, asked = juso()): Promise<AddressSearch> =>
  searchAddress({ juso: asked, log: (...said) => void logged.push(said) }, typed)
const troubleOf = async (keyword: string, asked = juso()) => {
  const error: unknown = await asked(keyword).catch((caught: unknown) => caught)
  const { trouble, retryable, code } = error as JusoError
  return { trouble, retryable, code }
}

describe('an address is found', () => {
  test('by its road and number, with the postcode', async () => {
    const found = await search('세종대로 110')
    expect(found).toEqual({
      kind: 'found',
      total: 1,
      addresses: [
        {
          postcode: '04524',
          road: '서울특별시 중구 세종대로 110 (태평로1가)',
          lot: '서울특별시 중구 태평로1가 31 서울특별시청',
          english: '110 Sejong-daero, Jung-gu, Seoul',
        },
      ],
    })
  })

  test.each([
    ['by the name of the building', '국립중앙박물관', '04383'],
    ['in English', 'Hangang-daero 405', '04320'],
    ['on an island', '울릉군청', '40221'],
    ['on Jeju', '제주국제공항', '63115'],
    ['as a Mac pastes it', '세종대로 110'.normalize('NFD'), '04524'],
    ['with its postcode before it', '[04524] 세종대로 110', '04524'],
  ])('%s', async (_, typed, postcode) =>
    expect(await search(typed)).toMatchObject({ kind: 'found', addresses: [{ postcode }] }),
  )

  test('among many, of which the first few are shown', async () => {
    const found = await search('특별')
    if (found.kind !== 'found') throw new Error('nothing was found')
    expect(found.total).toBeGreaterThan(MOST_ADDRESSES)
    expect(found.addresses).toHaveLength(MOST_ADDRESSES)
  })
})

describe('what finds nothing has a reason', () => {
  test.each([
    ['서', 'too_short'],
    ['가'.repeat(100), 'too_long'],
    ['서울', 'too_wide'],
    ['부산광역시', 'too_wide'],
    ['아파트', 'too_many'],
    ['04524', 'only_digits'],
    ["' or 1=1 --", 'forbidden'],
    ['select * from orders', 'forbidden'],
    ['여기에는 아무것도 없다', 'none'],
  ] as const)('%j: %s', async (typed, why) =>
    expect(await search(typed)).toEqual({ kind: 'problem', why }),
  )

  // What we spare the service, it would say itself.
  test.each([
    ['', 'missing'],
    ['서', 'too_short'],
    ['04524', 'only_digits'],
    ['가'.repeat(81), 'too_long'],
    ['세종대로 01012345678', 'long_number'],
    ['--', 'only_signs'],
    ['세종대로=110', 'forbidden'],
    ['drop', 'forbidden'],
    ['서울특별시', 'too_wide'],
    ['아파트', 'too_many'],
  ] as const)('the service says of %j: %s', async (keyword, why) =>
    expect(await juso()(keyword)).toEqual({ kind: 'refused', why }),
  )
})

describe('a service that does not answer', () => {
  const faulty = (kind: string) => simulator.control('/faults', { on: 'addresses', kind })
  const retry = { trouble: 'retry', retryable: true, code: null }

  test.each(['error_500', 'too_many', 'reset_after_commit', 'lost_answer', 'truncated_body'])(
    '%s: is asked again another time',
    async (kind) => {
      await faulty(kind)
      expect(await troubleOf('세종대로 110')).toEqual(retry)
      expect(await search('세종대로 110')).toMatchObject({ kind: 'found' })
    },
  )

  test('is waited for no longer than a form can', async () => {
    await faulty('hang')
    const began = performance.now()
    expect(await troubleOf('세종대로 110', juso('simulator', 200))).toEqual(retry)
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  test('at an address where nobody is', async () => {
    const nobody = createJuso({ key: 'simulator', origin: 'http://127.0.0.1:9' })
    expect(await troubleOf('세종대로 110', nobody)).toEqual(retry)
    expect(await search('세종대로 110', nobody)).toEqual({ kind: 'away' })
    expect(logged).toEqual([['The address search did not answer', { code: null }]])
  })

  test('is at fault by its own word', async () => {
    await simulator.control('/switches', { addressSearch: '-999' })
    expect(await troubleOf('세종대로 110')).toEqual({ ...retry, code: '-999' })
    expect(await search('세종대로 110')).toEqual({ kind: 'away' })
  })
})

describe('a key that is of no use', () => {
  test.each(['E0001', 'E0014'])(
    '%s: the merchant reads it in the log, the shopper types',
    async (code) => {
      await simulator.control('/switches', { addressSearch: code })
      expect(await troubleOf('세종대로 110')).toEqual({
        trouble: 'misconfigured',
        retryable: false,
        code,
      })
      expect(await search('세종대로 110')).toEqual({ kind: 'away' })
      expect(logged).toEqual([
        ['The address search refuses JUSO_KEY: it has expired, or was never approved', { code }],
      ])
    },
  )

  test('of another shop is refused', async () =>
    expect(await troubleOf('세종대로 110', juso('other'))).toMatchObject({ code: 'E0001' }))
})
