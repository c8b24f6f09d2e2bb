import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* What a purchase asks of a thumb: counted, so that it cannot grow unnoticed. */

const MOST_FIELDS = 8
const MOST_TAPS = 6

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

const wanted = [
  'name',
  'email',
  'phone',
  'postcode',
  'address',
  'addressDetail',
  'deliveryNote',
] as const

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(language, { tag: `@${language}` }, () => {
    test.use({ language })

    test('from the product page to KakaoPay: at most 8 fields and 6 taps @nojs', async ({
      page,
      shopper,
    }) => {
      let taps = 0
      let fields = 0
      const tap = async (what: Locator) => {
        await what.tap()
        taps += 1
      }
      const fill = async (name: string, text: string) => {
        await page.getByRole('textbox', { name, exact: true }).fill(text)
        fields += 1
      }
      const button = (name: string) => page.getByRole('button', { name, exact: true })

      await page.goto(`/${language}/products/yuja-preserve`)
      await tap(button(w.addToCart))
      await tap(page.getByRole('link', { name: w.checkout, exact: true }))
      for (const name of wanted) await fill(w[name], shopper.somebody[name])
      await expect(page.getByRole('radio', { name: w.kakaopay, exact: true })).toBeChecked()
      await tap(page.getByRole('checkbox', { name: w.agree, exact: true }))
      await tap(button(w.pay))
      await shopper.atWallet()

      expect(fields).toBeLessThanOrEqual(MOST_FIELDS)
      expect(taps).toBeLessThanOrEqual(MOST_TAPS)
      await page.goBack()
      await expect(button(w.pay)).toBeVisible()
      // Nothing else waits to be filled in.
      await expect(page.getByRole('textbox')).toHaveCount(7)
    })
  })
}
