import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Without JavaScript an address is found on a page of its own, for the forms of a subscription too. */

test.use({ javaScriptEnabled: false })

const w = screenWords.ko
const field = (page: Page, name: 'name' | 'postcode' | 'address') =>
  page.getByRole('textbox', { name: w[name], exact: true })

async function find(page: Page, keyword: string): Promise<void> {
  await page.getByRole('button', { name: '주소 찾기 화면 열기' }).click()
  await page.getByRole('textbox', { name: w.findAddress }).fill(keyword)
  await page.getByRole('button', { name: '찾기', exact: true }).click()
  await page
    .getByRole('button', { name: /^이 주소로/ })
    .first()
    .click()
}

test('the address of a subscription is found when it begins, and when it moves', async ({
  page,
  account,
  wallet,
  shopper,
  mailbox,
}) => {
  await account.signIn('/ko/subscriptions/new/chrysanthemum-monthly')
  await field(page, 'name').fill('김노랑')
  await find(page, '세종대로 110')
  await expect(field(page, 'postcode')).toHaveValue('04524')
  await expect(field(page, 'name')).toHaveValue('김노랑')
  await account.subscribe()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  const begun = '[노랑] 정기 구독이 시작되었습니다: 산국 꽃차'
  await expect.poll(() => mailbox.tellsTo(account.email)).toContain(begun)

  await page.goto('/ko/account')
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  await page.getByText('받는 곳 바꾸기').click()
  await find(page, '울릉군청')
  await expect(field(page, 'postcode')).toHaveValue('40221')
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  await page.getByRole('button', { name: '저장', exact: true }).click()
  await expect(page.getByText('(40221) 경상북도 울릉군 울릉읍 도동2길 66')).toBeVisible()
})
