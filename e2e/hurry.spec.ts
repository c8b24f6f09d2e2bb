import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Impatience: pressing twice, two tabs, and an Adyen that takes its time. */

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`in a hurry, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('pressing Pay twice makes one payment', async ({ page, shopper, order, adyen }) => {
      await shopper.goToCheckout()
      await shopper.fillForm()
      await page.getByRole('button', { name: w.pay, exact: true }).dblclick()
      await shopper.atWallet()
      expect(await adyen.payments(await order.number())).toBe(1)
    })

    test('two tabs of one checkout lead to one payment, whoever presses first @nojs', async ({
      page,
      context,
      shopper,
      wallet,
      order,
      adyen,
    }) => {
      await shopper.goToCheckout()
      const second = await context.newPage()
      await second.goto(page.url())
      await shopper.fillForm()
      await shopper.inTab(second).fillForm()
      await page.getByRole('button', { name: w.pay, exact: true }).click()
      await shopper.atWallet()
      const number = await order.number()
      await second.getByRole('button', { name: w.pay, exact: true }).click()
      await second.waitForURL(/checkoutPaymentRedirect/)
      await expect(second.getByText(await order.reference())).toBeVisible()
      expect(await adyen.payments(number)).toBe(1)
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
      expect((await order.status()).refunded).toBe(0)
    })

    test('a slow Adyen is waited for', async ({ page, shopper, wallet, order, adyen }) => {
      await shopper.checkOut()
      const reference = await order.number()
      await wallet.press('Cancel')
      await shopper.heading(w.cancelled)
      await adyen.fault({ reference, on: 'payments', kind: 'delay', ms: 6_000, times: 1 })
      const asked = Date.now()
      await page.getByRole('button', { name: w.tryAgain }).click()
      await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible({
        timeout: 20_000,
      })
      expect(Date.now() - asked).toBeGreaterThan(5_900)
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
    })
  })
}
