import { besideAdyen, expect, test } from './fixtures'
import { screenWords } from './words'

/*
 * What can be told of Adyen's real test environment without a hand in it: until the shopper is at KakaoPay, and when
 * nobody comes back. Which page Adyen shows there is not known, so nothing on it is named.
 */

test.skip(
  !besideAdyen,
  "needs Adyen's test environment: set ADYEN_ENVIRONMENT=test and its credentials",
)

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(language, { tag: `@${language}` }, () => {
    test.use({ language })

    test('a shopper is sent to KakaoPay, comes back without paying, and can go on @nojs', async ({
      page,
      shopper,
    }) => {
      await shopper.goToCheckout()
      await shopper.fillForm()
      // From there Adyen may lead on to KakaoPay at once.
      const redirected = page.waitForRequest(/redirectData=/)
      await page.getByRole('button', { name: w.pay, exact: true }).click()
      await redirected
      await shopper.atWallet()

      await page.goto(`/${language}/checkout`)
      await page.getByRole('checkbox', { name: w.agree, exact: true }).check()
      await page.getByRole('button', { name: w.pay, exact: true }).click()
      await shopper.atWallet()
    })

    test('a return that nobody at Adyen knows changes nothing', async ({ request }) => {
      const answer = await request.get(`/api/return/${'A'.repeat(22)}?redirectResult=x`)
      expect(answer.status()).toBe(404)
    })
  })
}
