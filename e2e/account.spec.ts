import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

const w = screenWords.ko

/** Nobody has ordered or signed in with this address before. */
const freshAddress = () =>
  `account-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const said = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

test('a shopper signs in with a code from the mail, finds the order and signs out @nojs', async ({
  page,
  shopper,
  wallet,
  mailbox,
}) => {
  const email = freshAddress()
  await page.goto('/ko')
  await page.getByRole('link', { name: w.account, exact: true }).click()
  await shopper.heading(w.signIn)

  await field(page, w.email).fill('norang')
  await press(page, w.sendCode)
  await expect(said(page)).toBeVisible()
  await expect(field(page, w.email)).toHaveValue('norang')

  await field(page, w.email).fill(email)
  await press(page, w.sendCode)
  await shopper.heading(w.enterCode)
  await expect(page.getByText(email)).toBeVisible()
  const code = await mailbox.codeFor(email)
  await field(page, w.code).fill(code === '000000' ? '111111' : '000000')
  await press(page, w.signIn)
  await expect(said(page)).toBeVisible()
  await field(page, w.code).fill(code)
  await press(page, w.signIn)
  await shopper.heading(w.account)
  await expect(page.getByText(email)).toBeVisible()

  await shopper.goToCheckout()
  await expect(field(page, w.email)).toHaveValue(email)
  await shopper.fillForm({ email })
  await press(page, w.pay)
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await page.getByRole('link', { name: w.account, exact: true }).click()
  await page.getByRole('link', { name: /^주문 \d{8}-\w{4}$/ }).click()
  await expect(page.getByText(email)).toBeVisible()

  await page.getByRole('link', { name: w.account, exact: true }).click()
  await press(page, w.signOut)
  await expect(said(page)).toHaveText('로그아웃했습니다.')
  await shopper.heading(w.signIn)
  await expect(page.getByText(email)).toHaveCount(0)
})

test('an order is read in full on another device of its owner, who can sign out the first @nojs', async ({
  page,
  shopper,
  wallet,
  mailbox,
  browser,
  baseURL,
}) => {
  const email = freshAddress()
  const signIn = async (where: Page) => {
    await where.goto('/ko/account')
    await field(where, w.email).fill(email)
    await press(where, w.sendCode)
    await field(where, w.code).fill(await mailbox.codeFor(email))
    await press(where, w.signIn)
    await expect(where.getByRole('heading', { level: 1, name: w.account })).toBeVisible()
  }
  await signIn(page)
  await shopper.goToCheckout()
  await shopper.fillForm({ email })
  await press(page, w.pay)
  await wallet.press('Approve')
  await shopper.heading(w.authorised)

  const other = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const elsewhere = await other.newPage()
  await signIn(elsewhere)
  await elsewhere.getByRole('link', { name: /^주문 \d{8}-\w{4}$/ }).click()
  await expect(elsewhere.getByText('서울특별시 중구 세종대로 110')).toBeVisible()

  await elsewhere.goto('/ko/account')
  await press(elsewhere, '이 기기 로그아웃')
  await expect(said(elsewhere)).toHaveText('선택하신 기기에서 로그아웃했습니다.')
  await page.goto('/ko/account')
  await shopper.heading(w.signIn)
  await other.close()
})
