import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Who may end an order: not whoever holds its link, and whoever ordered, from any browser. */

type Elsewhere = { readonly browser: Browser; readonly baseURL: string | undefined }

/** Another browser, which knows nothing of this one. */
async function elsewhere({ browser, baseURL }: Elsewhere, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) })
  return context.newPage()
}

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`who may cancel, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('who holds the link of an order cannot cancel it, and can with the link that is mailed for it @nojs', async ({
      shopper,
      wallet,
      order,
      mailbox,
      browser,
      baseURL,
      javaScriptEnabled,
    }) => {
      await shopper.checkOut()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      const id = order.id()
      const become = async () => (await order.status(id)).status
      await expect.poll(become).toBe('paid')

      const page = await elsewhere({ browser, baseURL }, javaScriptEnabled)
      await page.goto(`/${language}/orders/${id}`)
      await expect(page.getByText(shopper.somebody.email)).toHaveCount(0)
      await page.getByRole('link', { name: w.cancelOrder, exact: true }).click()
      await expect(page.getByRole('button', { name: w.yesCancel })).toHaveCount(0)
      await page.getByRole('button', { name: w.mailLink, exact: true }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'n***@example.com' })).toBeVisible()
      expect(await become()).toBe('paid')

      const linkIn = async () =>
        (await mailbox.about(id)).flatMap(({ text }) => /http\S+[?]link=\w+/.exec(text) ?? [])[0]
      await expect.poll(linkIn).toBeTruthy()
      const link = (await linkIn()) ?? ''
      for (let time = 0; time < 2; time++) await page.goto(link)
      expect(await become()).toBe('paid')
      await page.getByRole('button', { name: w.yesCancel, exact: true }).click()
      await expect(page.getByRole('link', { name: w.viewOrder })).toHaveCount(0)
      await expect.poll(become).not.toBe('paid')
      await page.context().close()
    })

    test('the browser that came back from the wallet may cancel, though another one ordered @nojs', async ({
      page,
      shopper,
      wallet,
      order,
      browser,
      baseURL,
      javaScriptEnabled,
    }) => {
      await shopper.checkOut()
      const [request] = await Promise.all([
        page.waitForRequest(/\/api\/return\//),
        wallet.press('Approve'),
      ])
      const other = await elsewhere({ browser, baseURL }, javaScriptEnabled)
      await other.goto(request.url())
      await other.getByRole('link', { name: w.viewOrder, exact: true }).click()
      await shopper.inTab(other).cancel()
      await expect(other.getByRole('link', { name: w.cancelOrder })).toHaveCount(0)
      const become = async () => (await order.status(order.id())).status
      await page.waitForURL(/\/orders\//)
      await expect.poll(become).toMatch(/cancelled|refunded/)
      await other.context().close()
    })
  })
}

test('at a shared computer nothing is left of who was there before @nojs', async ({
  page,
  shopper,
  wallet,
  order,
  account,
}) => {
  const w = screenWords.ko
  await account.signIn()
  await shopper.checkOut()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  const id = order.id()
  // Something is in the cart again, and something typed into the form.
  await shopper.goToCheckout()
  await page.getByRole('textbox', { name: w.name, exact: true }).fill('김노랑')
  await page.goto('/ko/account')
  await page.getByRole('button', { name: w.signOut, exact: true }).click()
  await shopper.heading(w.signIn)

  await page.goto(`/ko/orders/${id}`)
  await expect(page.getByText(shopper.somebody.email)).toHaveCount(0)
  await page.getByRole('link', { name: w.cancelOrder, exact: true }).click()
  await expect(page.getByRole('button', { name: w.yesCancel })).toHaveCount(0)
  await shopper.goToCheckout()
  for (const name of ['name', 'phone', 'address', 'email'] as const)
    await expect(page.getByRole('textbox', { name: w[name], exact: true })).toHaveValue('')
})
