import { expect, test } from './fixtures'
import { words } from './words'

/* Impatience: pressing twice, two tabs, and an Adyen that takes its time or loses an answer. */

const w = words.ko
type Ledger = { payments: { reference: string }[] }

test('pressing Pay twice makes one payment', async ({ page, shopper, order, request }) => {
  await shopper.goToCheckout()
  await shopper.fillForm()
  await page.getByRole('button', { name: w.pay, exact: true }).dblclick()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
  const number = (await order.reference()).slice(0, 13)
  const ledger: Ledger = await (await request.get('/simulator/control/ledger')).json()
  expect(ledger.payments.filter(({ reference }) => reference.startsWith(number))).toHaveLength(1)
})

test('two tabs of one checkout lead to one payment, whoever presses first @nojs', async ({
  page,
  context,
  shopper,
  wallet,
  order,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm()
  const second = await context.newPage()
  await second.goto(page.url())
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
  const first = await order.reference()
  // The other tab still shows the form: what was typed in the first is kept, so it can be sent as it is.
  await second.reload()
  await second.getByRole('checkbox', { name: w.agree, exact: true }).check()
  await second.getByRole('button', { name: w.pay, exact: true }).click()
  await second.waitForURL(/checkoutPaymentRedirect|\/result|\/checkout/)
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
  expect(first).not.toBe('')
  expect((await order.status()).refunded).toBe(0)
})

test('a slow Adyen is waited for', async ({ page, shopper, wallet, request }) => {
  await shopper.goToCheckout()
  await shopper.fillForm()
  const slow = { on: 'payments', kind: 'delay', ms: 6_000, times: 1 }
  expect((await request.post('/simulator/control/faults', { data: slow })).ok()).toBe(true)
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible({
    timeout: 20_000,
  })
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
})
