import { expect, test } from './fixtures'
import { words } from './words'

const w = words.ko

test('a mistake is said at its field, and nothing typed is lost @nojs', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm({ phone: '1234', postcode: '04524' })
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  const phone = page.getByRole('textbox', { name: w.phone, exact: true })
  await expect(phone).toHaveAttribute('aria-invalid', 'true')
  await expect(phone).toHaveValue('1234')
  await expect(page.getByRole('textbox', { name: w.address, exact: true })).toHaveValue(
    '서울특별시 중구 세종대로 110',
  )
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
})

test('two presses of Pay are one payment', async ({ page, shopper, context }) => {
  await shopper.goToCheckout()
  await shopper.fillForm()
  const other = await context.newPage()
  await other.goto(page.url())
  await page.getByRole('button', { name: w.pay, exact: true }).dblclick()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
})

test('the page is alive again after Back', async ({ page, shopper }) => {
  await shopper.checkOut()
  await page.goBack()
  await expect(page.getByRole('button', { name: w.pay, exact: true })).toBeEnabled()
  await expect(page.getByRole('textbox', { name: w.name, exact: true })).toHaveValue('김노랑')
})

test('a shopper comes back in another browser, without a cookie @nojs', async ({
  page,
  shopper,
  browser,
}) => {
  await shopper.checkOut()
  // What the wallet would do to another browser: follow the address that it sends this one to.
  const [request] = await Promise.all([
    page.waitForRequest(/\/api\/return\//),
    page.getByRole('button', { name: 'Approve', exact: true }).click(),
  ])
  const elsewhere = await browser.newContext({ javaScriptEnabled: false })
  const other = await elsewhere.newPage()
  await other.goto(request.url())
  await expect(other.getByRole('heading', { level: 1, name: w.authorised })).toBeVisible()
  await other.goto(other.url().replace(/\/result.*/, ''))
  await expect(other.getByText('norang@example.com')).toHaveCount(0)
  await elsewhere.close()
})

test.describe('what does not exist', () => {
  for (const path of [
    '/ko/products/nothing',
    '/ko/orders/nothing',
    '/ko/orders/AAAAAAAAAAAAAAAAAAAAAA',
    '/ko/nothing',
    '/nothing',
  ])
    test(`${path} is our own 404`, async ({ page, quietConsole }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('link', { name: '노랑' }).first()).toBeVisible()
      // The browser itself notes the 404 as an error.
      quietConsole.splice(0)
    })
})
