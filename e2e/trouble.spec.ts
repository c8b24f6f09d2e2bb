import { expect, test } from './fixtures'
import { words } from './words'

/* Adyen in trouble, against the production build: a failed question is not a failed payment. */

const w = words.ko

test('when Adyen does not say how it went, the page says "confirming", and the notification decides', async ({
  shopper,
  wallet,
  order,
  adyen,
}) => {
  await shopper.checkOut()
  const reference = await order.reference()
  await adyen.delay(reference, 5_000)
  await adyen.fault({
    reference,
    on: 'details',
    kind: 'error_500',
    times: 2,
  })
  await wallet.press('Approve')
  await shopper.heading(w.confirming)
  await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
  await shopper.heading(w.authorised)
})

test('garbage on the way back is no news, and the shopper can still pay @nojs', async ({
  page,
  shopper,
  wallet,
  order,
  quietConsole,
}) => {
  await shopper.checkOut()
  const [request] = await Promise.all([
    page.waitForRequest(/\/api\/return\//),
    wallet.press('Cancel'),
  ])
  await shopper.heading(w.cancelled)
  const back = request.url().replace(/\?.*/, '')
  for (const garbage of [
    '',
    '?redirectResult=garbage',
    '?redirectResult=%ff%00',
    '?redirectResult=%zz',
  ]) {
    const response = await page.goto(`${back}${garbage}`)
    expect(response?.status()).toBe(200)
    await shopper.heading(w.cancelled)
  }
  expect((await order.status()).resultCode).toBe('Cancelled')
  quietConsole.splice(0)
})

test('when Adyen has no list of methods, KakaoPay is still offered', async ({
  page,
  shopper,
  adyen,
}) => {
  await shopper.goToCheckout()
  await adyen.fault({ on: 'paymentMethods', kind: 'error_500', times: 1 })
  await page.reload()
  await expect(page.getByRole('radio', { name: w.kakaopay, exact: true })).toBeVisible()
})
