import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* The way back from the wallet: in another browser, twice, by POST, and with a crooked address. */

/** Presses a button of the wallet and notes the address that the shopper is sent back to. */
async function returnAddress(page: Page, press: () => Promise<void>): Promise<string> {
  const [request] = await Promise.all([page.waitForRequest(/\/api\/return\//), press()])
  return request.url()
}

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`coming back, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('who comes back in another browser reads the result there, and no personal data', async ({
      page,
      shopper,
      wallet,
      browser,
      baseURL,
    }) => {
      await shopper.checkOut()
      const address = await returnAddress(page, () => wallet.press('Approve'))
      const other = await browser.newContext({ ...(baseURL && { baseURL }) })
      const elsewhere = await other.newPage()
      await elsewhere.goto(address)
      const heading = { level: 1, name: w.authorised, exact: true } as const
      await expect(elsewhere.getByRole('heading', heading)).toBeVisible()
      await elsewhere.getByRole('link', { name: w.viewOrder }).click()
      await expect(elsewhere.getByRole('main')).not.toContainText(shopper.somebody.email)
      await other.close()
    })

    test('money that comes after a cancellation changes the page that stayed open', async ({
      shopper,
      wallet,
    }) => {
      await shopper.checkOut()
      await wallet.press('Cancel, then approve in the app')
      await shopper.heading(w.cancelled)
      await shopper.heading(w.authorised)
    })

    test('coming back twice says the same twice @nojs', async ({
      page,
      shopper,
      wallet,
      order,
    }) => {
      await shopper.checkOut()
      const address = await returnAddress(page, () => wallet.press('Refuse'))
      for (let time = 1; time <= 2; time += 1) {
        await page.goto(address)
        await shopper.heading(w.refused)
      }
      expect((await order.status()).resultCode).toBe('Refused')
    })

    test('a return by POST, which brings no cookie, is read like one by GET @nojs', async ({
      page,
      shopper,
      wallet,
      order,
      javaScriptEnabled,
    }) => {
      await shopper.checkOut()
      await wallet.chooseWay('POST')
      const back = page.waitForRequest(/\/api\/return\//)
      await wallet.press('Approve')
      if (!javaScriptEnabled) await wallet.press(w.backToShop)
      expect((await back).method()).toBe('POST')
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
    })

    test('an empty pair in front of the result, as in Adyen’s own example, is passed over', async ({
      page,
      shopper,
      wallet,
    }) => {
      await shopper.checkOut()
      await wallet.chooseWay('&&')
      const address = await returnAddress(page, () => wallet.press('Approve'))
      expect(address).toContain('&&redirectResult=')
      await shopper.heading(w.authorised)
    })
  })
}

test('Back from the result, and forward again, changes nothing', async ({
  page,
  shopper,
  wallet,
  order,
}) => {
  await shopper.checkOut()
  await wallet.press('Approve')
  await shopper.heading(screenWords.ko.authorised)
  const id = order.id()
  const result = page.url()
  await page.goBack()
  await expect(page).not.toHaveURL(result)
  // The browser's own button: what it aborts on the way is its own affair.
  await page.evaluate(() => history.forward())
  await expect(page).toHaveURL(result)
  await shopper.heading(screenWords.ko.authorised)
  await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')
  expect((await order.status(id)).refunded).toBe(0)
})
