import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* What a purchase asks of a thumb: counted, so that it cannot grow unnoticed. */

const BY_HAND = { fields: 8, taps: 6 }
const BY_SEARCH = { fields: 5, taps: 5 }
const KNOWN = { fields: 0, taps: 4 }

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

/** A thumb on a page, and what it has done. */
function thumbOn(page: Page) {
  const spent = { fields: 0, taps: 0 }
  return {
    spent,
    async tap(what: Locator) {
      await what.tap()
      spent.taps += 1
    },
    async fill(field: Locator, text: string) {
      await field.fill(text)
      spent.fields += 1
    },
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    box: (name: string) => page.getByRole('checkbox', { name, exact: true }),
    /** No more than it may be. */
    stays(most: typeof spent) {
      expect(spent.fields, 'fields').toBeLessThanOrEqual(most.fields)
      expect(spent.taps, 'taps').toBeLessThanOrEqual(most.taps)
    },
  }
}

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  const product = `/${language}/products/yuja-preserve`
  test.describe(language, { tag: `@${language}` }, () => {
    test.use({ language })

    test('from the product page to KakaoPay: at most 8 fields and 6 taps @nojs', async ({
      page,
      shopper,
    }) => {
      const { tap, fill, button, field, box, stays } = thumbOn(page)
      await page.goto(product)
      await tap(button(w.addToCart))
      await tap(page.getByRole('link', { name: w.checkout, exact: true }))
      for (const name of wanted) await fill(field(w[name]), shopper.somebody[name])
      await expect(page.getByRole('radio', { name: w.kakaopay, exact: true })).toBeChecked()
      await tap(box(w.agree))
      await tap(button(w.pay))
      await shopper.atWallet()
      stays(BY_HAND)

      await page.goBack()
      await expect(button(w.pay)).toBeVisible()
      // Nothing else waits to be filled in.
      await expect(page.getByRole('textbox')).toHaveCount(7)
    })

    test('a guest who looks for the address: at most 5 fields and 5 taps', async ({
      page,
      shopper,
    }) => {
      const { tap, fill, button, field, box, stays } = thumbOn(page)
      const { name, email, phone, addressDetail } = shopper.somebody
      await page.goto(product)
      await tap(button(w.addToCart))
      await tap(page.getByRole('link', { name: w.checkout, exact: true }))
      await fill(field(w.name), name)
      await fill(field(w.email), email)
      await fill(field(w.phone), phone)
      await fill(page.getByRole('combobox', { name: w.findAddress }), '세종대로 110')
      await tap(page.getByRole('option').first())
      // The focus has gone on by itself.
      await expect(field(w.addressDetail)).toBeFocused()
      await fill(field(w.addressDetail), addressDetail)
      await expect(box(w.agree)).not.toBeChecked()
      await tap(box(w.agree))
      await tap(button(w.pay))
      await shopper.atWallet()
      stays(BY_SEARCH)
    })

    test('who is signed in and has ordered before: no field and 4 taps', async ({
      page,
      shopper,
      wallet,
      account,
    }) => {
      await account.signIn()
      await shopper.checkOut({ email: account.email })
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      // On another device.
      await page.context().clearCookies()
      await account.signIn()

      const { tap, button, box, stays } = thumbOn(page)
      await page.goto(product)
      await tap(button(w.addToCart))
      await tap(page.getByRole('link', { name: w.checkout, exact: true }))
      await expect(box(w.agree)).not.toBeChecked()
      await tap(box(w.agree))
      await tap(button(w.pay))
      await shopper.atWallet()
      stays(KNOWN)
    })
  })
}
