import { besideAdyen, expect, test } from './fixtures'
import { screenWords } from './words'

const w = screenWords.ko

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
  await expect(
    page.getByRole('alert').filter({ hasText: '전화번호를 확인해 주세요' }),
  ).toBeVisible()
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
  wallet,
  browser,
}) => {
  await shopper.checkOut()
  // What the wallet would do to another browser: follow the address that it sends this one to.
  const [request] = await Promise.all([
    page.waitForRequest(/\/api\/return\//),
    wallet.press('Approve'),
  ])
  const elsewhere = await browser.newContext({ javaScriptEnabled: false })
  const other = await elsewhere.newPage()
  await other.goto(request.url())
  await expect(other.getByRole('heading', { level: 1, name: w.authorised })).toBeVisible()
  await other.goto(other.url().replace(/\/result.*/, ''))
  await expect(other.getByText(shopper.somebody.email)).toHaveCount(0)
  await elsewhere.close()
})

test('all mistakes are listed, and the list leads to the fields @nojs', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm({ email: 'norang@', phone: '', postcode: '4524' })
  await page.getByRole('checkbox', { name: w.agree, exact: true }).uncheck()
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  const list = page.getByRole('alert').getByRole('link')
  await expect(list).toHaveCount(4)
  await expect(page.getByRole('textbox', { name: w.email, exact: true })).toBeFocused()
  await list.nth(2).click()
  await expect(page.getByRole('textbox', { name: w.postcode, exact: true })).toBeFocused()
  await expect(page.getByRole('textbox', { name: w.postcode, exact: true })).toHaveValue('4524')
})

test('what is mended is red no more, field by field, and says how until then', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm({ email: '', postcode: '4524' })
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  const list = page.getByRole('alert').getByRole('link')
  await expect(list).toHaveCount(3)
  const email = page.getByRole('textbox', { name: w.email, exact: true })
  const postcode = page.getByRole('textbox', { name: w.postcode, exact: true })
  await expect(email).toHaveAccessibleDescription(/이메일을 입력해 주세요/)
  await email.fill('norang@')
  await expect(email).toHaveAccessibleDescription(/예: minji@example\.com/)
  await email.fill('norang@example.com')
  await expect(email).toHaveAttribute('aria-invalid', 'false')
  await expect(page.getByText('minji@example.com')).toHaveCount(0)
  await expect(postcode).toHaveAttribute('aria-invalid', 'true')
  await expect(list).toHaveCount(2)
  await postcode.fill('０４５２４')
  await expect(postcode).toHaveAttribute('aria-invalid', 'false')
  await page.getByRole('checkbox', { name: w.agree, exact: true }).check()
  await expect(list).toHaveCount(0)
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await shopper.atWallet()
})

test('a phone number may be written in any of the usual ways @nojs', async ({ page, shopper }) => {
  await shopper.goToCheckout()
  await shopper.fillForm({ phone: shopper.somebody.phone.replace('0', '+82 ') })
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await shopper.atWallet()
})

test('what delivery to Jeju costs is said as soon as its postcode is typed', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm({ postcode: '６３１００' })
  const said = page.getByRole('status').filter({ hasText: '제주' })
  await expect(said).toHaveText('제주 배송비는 ₩6,000입니다.')
  await page.getByRole('button', { name: '₩21,000 결제하기', exact: true }).click()
  await shopper.atWallet()
  if (!besideAdyen) await expect(page.getByText('21,000').first()).toBeVisible()
})

test('what was typed and never sent is there after Back and after a reload', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  const name = page.getByRole('textbox', { name: w.name, exact: true })
  await name.fill('김노랑')
  await page.getByRole('textbox', { name: w.postcode, exact: true }).fill('63100')
  await page.getByRole('link', { name: w.cart, exact: true }).first().click()
  await expect(page).toHaveURL(/\/ko\/cart/)
  await page.goBack()
  await expect(name).toHaveValue('김노랑')
  await page.goto('/en/checkout')
  const english = screenWords.en
  await expect(page.getByRole('textbox', { name: english.name, exact: true })).toHaveValue('김노랑')
  await expect(page.getByRole('button', { name: 'Pay ₩21,000', exact: true })).toBeVisible()
})

test('a shopper whose network is lost in mid-form loses nothing', async ({
  page,
  shopper,
  context,
}) => {
  await shopper.goToCheckout()
  await shopper.fillForm()
  await context.setOffline(true)
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  const sentence = page.getByRole('alert').filter({ hasText: '인터넷에 연결되어 있지 않아' })
  await expect(sentence).toBeVisible()
  await expect(page.getByRole('textbox', { name: w.name, exact: true })).toHaveValue('김노랑')
  await context.setOffline(false)
  await expect(sentence).toHaveCount(0)
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await shopper.atWallet()
})

test('the whole way can be gone with the keyboard alone', { tag: '@desktop' }, async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  const { name, email, phone, postcode, address, addressDetail } = shopper.somebody
  const search = page.getByRole('combobox', { name: w.findAddress })
  const typed = [name, email, phone.replaceAll('-', ''), postcode, address, addressDetail, '']
  await page.getByRole('textbox', { name: w.name, exact: true }).focus()
  for (const text of typed) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
    // Who types all of the address goes past the search for it.
    if (await search.evaluate((element) => element === document.activeElement))
      await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('radio', { name: w.kakaopay, exact: true })).toBeFocused()
  const box = page.getByRole('checkbox', { name: w.agree, exact: true })
  for (let tabs = 0; tabs < 4; tabs++)
    if (!(await box.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  const pay = page.getByRole('button', { name: w.pay, exact: true })
  for (let tabs = 0; tabs < 9; tabs++)
    if (!(await pay.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await shopper.atWallet()
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
