import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

const w = screenWords.ko

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const plan = '/ko/subscriptions/new/chrysanthemum-monthly'

/** Ends it, through the page that says what that does. */
async function end(page: Page, when: string | RegExp) {
  await page.getByRole('link', { name: '구독 해지', exact: true }).click()
  await page.getByRole('radio', { name: when }).check()
  await press(page, '네, 구독을 해지합니다')
}

test('a shopper finds what can come regularly, reads all of it, signs in and subscribes @nojs @vercel', async ({
  page,
  shopper,
  account,
  wallet,
  mailbox,
}) => {
  await page.goto('/ko/products/chrysanthemum-tea')
  await page.getByRole('link', { name: /정기 구독으로 받기: 매월 ₩16,200/ }).click()
  await expect(page).toHaveURL(/account\?next=/)
  await account.signIn(plan)

  await expect(page.getByText('₩9,900').first()).toBeVisible()
  await expect(page.getByText('매월 ₩16,200', { exact: true })).toBeVisible()
  await expect(page.getByText('언제든 바로 해지할 수 있고')).toBeVisible()
  await account.subscribe()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await expect
    .poll(() => mailbox.tellsTo(account.email))
    .toContain('[노랑] 정기 구독이 시작되었습니다: 산국 꽃차')

  await page.getByRole('link', { name: w.account, exact: true }).click()
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  await shopper.heading('산국 꽃차')
  await expect(page.getByRole('status')).toContainText('₩16,200')
  await expect(page.getByRole('link', { name: '1회차' })).toBeVisible()
})

test('what was not agreed to is asked for again, and nothing that was typed is lost @nojs', async ({
  page,
  account,
}) => {
  await account.signIn(plan)
  await page.getByRole('textbox', { name: w.name, exact: true }).fill('김노랑')
  await press(page, /결제하기$/)
  await expect(page.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: w.name, exact: true })).toHaveValue('김노랑')
  await expect(page.getByRole('checkbox', { name: /자동 결제/ })).not.toBeChecked()
})

test('a shopper pauses, resumes, skips, moves and cancels it without writing to anybody @nojs', async ({
  page,
  account,
  wallet,
  shopper,
}) => {
  await account.signIn(plan)
  await account.subscribe()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await expect(async () => {
    await page.goto('/ko/account')
    await page.getByRole('link', { name: '산국 꽃차', exact: true }).click({ timeout: 2_000 })
  }).toPass()
  const standing = page.getByRole('status')
  await expect(async () => {
    await page.reload()
    await expect(standing).toContainText('구독 중', { timeout: 500 })
  }).toPass()
  const before = await standing.textContent()

  await press(page, '쉬기')
  await expect(standing).toContainText('쉬는 중')
  await press(page, '다시 시작')
  await expect(standing).toHaveText(before ?? '')
  await press(page, '다음 회차 건너뛰기')
  await expect(standing).not.toHaveText(before ?? '')

  const day = await page.getByLabel('새 결제일').getAttribute('min')
  await page.getByLabel('새 결제일').fill(day ?? '')
  await press(page, '다음 결제일 바꾸기')
  const [, , date] = (day ?? '').split('-').map(Number)
  await expect(standing).toContainText(`${date}일`)

  await end(page, /^다음 결제일인/)
  await expect(standing).toContainText('해지를 예약하셨습니다')
  await press(page, '해지 취소')
  await expect(standing).toContainText('구독 중')
  await end(page, '지금 바로')
  await expect(standing).toContainText('해지됨')
  await expect(page.getByRole('button', { name: '쉬기' })).toHaveCount(0)
})

test('not agreeing at KakaoPay is cancelling, and the shopper can try again @nojs', async ({
  page,
  account,
  wallet,
  shopper,
}) => {
  await account.signIn(plan)
  await account.subscribe()
  await page.goBack()
  await wallet.press('Cancel')
  await shopper.heading(w.cancelled)
  await press(page, w.tryAgain)
  await page.getByRole('link', { name: '동의하고 계속하기' }).click()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
})

test('saved at checkout, KakaoPay buys the same again in one press, until it is removed', async ({
  page,
  account,
  wallet,
  shopper,
  mailbox,
}) => {
  await account.signIn()
  await shopper.goToCheckout()
  await shopper.fillForm({ email: account.email })
  await page.getByRole('checkbox', { name: '다음에 쓸 수 있도록 카카오페이 저장' }).check()
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await page.getByRole('link', { name: '동의하고 계속하기' }).click()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await page.getByRole('link', { name: w.viewOrder, exact: true }).click()
  const again = page.getByRole('button', { name: '저장된 카카오페이로 다시 구매' })
  await expect(async () => {
    await page.reload()
    await expect(again).toBeVisible({ timeout: 1_000 })
  }).toPass()

  await page.getByRole('checkbox', { name: /동의합니다$/ }).check()
  await again.click()
  await shopper.heading(w.authorised)
  await expect
    .poll(async () =>
      (await mailbox.tellsTo(account.email)).filter((each) => /결제가 완료/.test(each)),
    )
    .toHaveLength(2)

  await page.goto('/ko/account')
  await expect(page.getByText('확인 없이 결제된 내역')).toBeVisible()
  await page.getByRole('link', { name: '삭제', exact: true }).click()
  await press(page, '네, 삭제합니다')
  await expect(page.getByText('저장된 카카오페이를 삭제했습니다.')).toBeVisible()
  await expect(page.getByText('저장된 카카오페이가 없습니다.')).toBeVisible()
})
