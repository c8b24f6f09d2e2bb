import { expect, test } from './fixtures'
import { screenWords } from './words'

/* What a shopper meets at the wallet: the app of the same phone, a code to scan at a desk, and a time that runs out. */

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`at the wallet, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('approved in KakaoPay itself: in the app of a phone, or by the code that a desk shows', async ({
      page,
      context,
      shopper,
      wallet,
      order,
      isMobile,
    }) => {
      await shopper.checkOut()
      if (isMobile) {
        await page.getByRole('link', { name: w.continueInApp }).click()
        await wallet.press('Approve')
      } else {
        const [phone] = await Promise.all([
          context.waitForEvent('page'),
          page.getByRole('link', { name: w.openPhone }).click(),
        ])
        await phone.getByRole('button', { name: 'Approve', exact: true }).click()
        await expect(phone.getByRole('heading', { level: 1, name: w.phoneDone })).toBeVisible()
      }
      // At a desk the window that shows the code goes back by itself.
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
    })

    test('when the time at the wallet is up, the shopper goes back, is told so and can pay again @nojs', async ({
      page,
      shopper,
      wallet,
    }) => {
      await shopper.checkOut()
      await wallet.press('Let the time run out')
      await wallet.press('Return with an error')
      await shopper.heading(w.error)
      await page.getByRole('button', { name: w.tryAgain }).click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
    })
  })
}
