import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* What a purchase asks of a thumb: counted, so that it cannot grow unnoticed. */

const MOST_FIELDS = 8
const MOST_TAPS = 6

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

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
      await fill(w.name, '김노랑')
      await fill(w.email, 'norang@example.com')
      await fill(w.phone, '010-1234-5678')
      await fill(w.postcode, '04524')
      await fill(w.address, '서울특별시 중구 세종대로 110')
      await fill(w.addressDetail, '1층')
      await fill(w.deliveryNote, '문 앞')
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
