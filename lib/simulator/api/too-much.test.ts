import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const clock = async () => (await fetch(`${simulator.origin}/control/clock`)).json()

describe('the clock', () => {
  test.each([
    { minutes: 1e12 },
    { milliseconds: 1e300 },
    { advance: 'P401D' },
    { advance: `PT${'9'.repeat(400)}H` },
    { days: 401 },
  ])('does not move by %j, and says that 400 days are the most', async (step) => {
    const before = await clock()
    const { status, body } = await simulator.control('/clock', step)
    expect(status).toBe(400)
    expect(body.error).toContain('at most 400 days')
    expect(await clock()).toEqual(before)
  })

  test('moves by 400 days at once', async () => {
    expect((await simulator.control('/clock', { advance: 'P400D' })).status).toBe(200)
  })

  test('does not pass the end of the years with four digits', async () => {
    let moved = false
    const late = await startTestSimulator({
      now: async () => Date.parse('9998-12-01T00:00:00Z'),
      moveClock: async () => {
        moved = true
      },
    })
    const { status, body } = await late.control('/clock', { days: 31 })
    expect(status).toBe(400)
    expect(body.error).toContain('before the year 9999')
    expect(moved).toBe(false)
    expect((await late.control('/clock', { advance: 'P30D' })).status).toBe(200)
    await late.close()
  })
})

describe('what no column and no calendar holds is refused with a sentence', () => {
  const fault = { on: 'payments', kind: 'delay' }
  const news = { reference: 'r', eventCode: 'AUTHORISATION', success: true }
  const more = 2 ** 31
  test.each<[string, object]>([
    ['/faults', { ...fault, ms: more }],
    ['/faults', { ...fault, times: more }],
    ['/charges', { result: 'Refused', times: more }],
    ['/wallet', { reference: 'r', press: 'Leave pending', finalAfterMs: 1e15 }],
    ['/notifications', { ...news, delayMs: 1e15 }],
    ...[
      { delayMs: 1e15 },
      { sessionMs: 1e15 },
      { offerClosedAfterMs: 1e15 },
      { redirectResultLifetimeMs: 1e15 },
      { tokenDelayMs: 1e15 },
      { dropUntilRetry: more },
      { duplicates: more },
      { idempotencyDays: 1e15 },
      { minAmount: 1e30 },
    ].map((each): [string, object] => ['/switches', { reference: 'r', ...each }]),
  ])('%s %j', async (path, asked) => {
    const { status, body } = await simulator.control(path, asked)
    expect(status).toBe(400)
    expect(body.error).toMatch(/^✖ \S.+/)
  })
})
