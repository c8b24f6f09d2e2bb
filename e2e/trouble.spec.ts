import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Adyen in trouble, against the production build: a failed question is not a failed payment. */

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`Adyen in trouble, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    for (const kind of ['error_500', 'lost_answer', 'reset_after_commit'])
      test(`details end in ${kind}: the page says "confirming", and the notification decides`, async ({
        shopper,
        wallet,
        order,
        adyen,
      }) => {
        await shopper.checkOut()
        const reference = await order.reference()
        await adyen.delay(reference, 5_000)
        await adyen.fault({ reference, on: 'details', kind, times: 2 })
        await wallet.press('Approve')
        await shopper.heading(w.confirming)
        await expect
          .poll(async () => (await order.status()).status, { timeout: 20_000 })
          .toBe('paid')
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
      await page.getByRole('button', { name: w.tryAgain }).click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      quietConsole.splice(0)
    })
  })
}
