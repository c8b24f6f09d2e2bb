import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Money that leaves by a road of somebody else's: the page that is open shows it by itself. */

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`money, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('a part that is given back in the Customer Area is seen and mailed; a dispute comes and goes', async ({
      page,
      shopper,
      wallet,
      order,
      adyen,
      mailbox,
    }) => {
      await shopper.checkOut()
      const reference = await order.reference()
      await wallet.press('Approve')
      await page.getByRole('link', { name: w.viewOrder, exact: true }).click()
      await page.waitForURL(/\/orders\/\w{22}$/)
      const status = async () => (await order.status()).status
      await expect.poll(status).toBe('paid')

      const money = page.getByRole('region', { name: w.moneySection })
      await expect(money).toBeHidden()
      await adyen.givesBack(reference, 5000)
      await expect(money).toContainText(w.givenBack)
      await expect(money).toContainText('₩5,000')
      expect(await order.status()).toMatchObject({ status: 'paid', refunded: 5000 })
      const subjects = async () => (await mailbox.tells(order.id())).join()
      await expect.poll(subjects).toMatch(w.refundMail)

      await adyen.disputes(reference, 'CHARGEBACK')
      await expect(money).toContainText(w.takenBack)
      expect(await order.status()).toMatchObject({ status: 'paid', refunded: 5000 })
      await adyen.disputes(reference, 'CHARGEBACK_REVERSED')
      await expect(money).not.toContainText(w.takenBack)
    })
  })
}
