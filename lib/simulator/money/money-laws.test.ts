import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  aPaidPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const whole = 15_000
const value = fc.oneof(fc.integer({ min: 1, max: whole }), fc.constant('half'))
const delayMs = fc.constantFrom(0, 1_000, 60_000)
const act = fc.oneof(
  fc.record({
    path: fc.constant('/customer-area'),
    eventCode: fc.constantFrom(
      ...['REFUND', 'REFUND', 'CANCEL_OR_REFUND', 'CANCELLATION', 'CAPTURE_FAILED', 'CAPTURE'],
    ),
    outcome: fc.constantFrom('by_rules', 'ok', 'refused', 'failed_later', 'reversed'),
    value,
    delayMs,
  }),
  fc.record({
    path: fc.constant('/refund-news'),
    eventCode: fc.constantFrom('REFUND_FAILED', 'REFUNDED_REVERSED'),
    which: fc.constantFrom('newest', 'all'),
    delayMs,
  }),
  fc.record({
    path: fc.constant('/disputes'),
    eventCode: fc.constantFrom('CHARGEBACK', 'CHARGEBACK_REVERSED', 'SECOND_CHARGEBACK'),
  }),
  fc.record({ path: fc.constant('/wait'), ms: fc.constantFrom(1_000, 61_000, 200_000) }),
)

test('whatever is done, all that came is somewhere, and no more goes back than there is', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const reference = `law-${++count}`
      await aPaidPayment(simulator, reference)
      for (const one of acts) {
        if ('ms' in one) await simulator.advance(one.ms)
        else {
          const { path, ...fields } = one
          const { status } = await simulator.control(path, { reference, ...fields })
          expect([200, 409]).toContain(status)
        }
        const answer = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
        const { came, left, ...gone } = (await answer.json()).money
        const parts: number[] = Object.values(gone)
        expect(came).toBe(whole)
        expect(parts.reduce((sum, part) => sum + part, left)).toBe(whole)
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
        const { takenByDisputes, ...backAndCancelled } = gone
        const others: number[] = Object.values(backAndCancelled)
        expect(others.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(whole)
        expect(takenByDisputes).toBeLessThanOrEqual(whole)
      }
    }),
    { numRuns: 25 },
  )
})
