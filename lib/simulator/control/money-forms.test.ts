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

test('the control page gives back, lets fail and disputes by its forms, and shows where the money is', async () => {
  await aPaidPayment(simulator, 'order-1')
  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ reference: 'order-1', ...fields })
    return (await fetch(`${simulator.origin}/control${path}`, { method: 'POST', body })).text()
  }
  const asked = { eventCode: 'REFUND', value: 'half', outcome: 'by_rules', action: '' }
  expect(await send('/customer-area', asked)).toMatch(/Done: customer-area[\s\S]*<td>under_way</)
  expect(await send('/disputes', { eventCode: 'CHARGEBACK', dispute: '' })).toContain('CHARGEBACK')
  await simulator.advance(1_000)
  const page = await send('/refund-news', { refund: '', which: 'all', delayMs: '3600000' })
  const money = (left: number, refunded: number, taken: number) =>
    `<td>${[left, 15_000, refunded, 0, 0, 0, taken].join('</td><td>')}</td>`
  expect(page).toContain(money(0, 7_500, 7_500))
  await simulator.advance(3_601_000)
  const later = await (await fetch(`${simulator.origin}/control?reference=order-1`)).text()
  expect(later).toContain(money(7_500, 0, 7_500))
  expect(later).toContain('<td>failed<')
  expect(await send('/disputes', { eventCode: 'CHARGEBACK', dispute: 'nobody’s' })).toMatch(
    /role="alert">There is no dispute nobody’s of it\./,
  )
})
