import type { Page } from '@playwright/test'
import { violationsOn } from './axe'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Somebody rings up, and the shop finds the order: with and without JavaScript, on a phone and at a desk. */

const OWNER = 'owner@example.com'

/** Signs in at the desk. Where two stories do at once, each takes the other's code now and then, and asks anew. */
async function signIn(page: Page, codeFor: (address: string) => Promise<string>) {
  await page.goto('/admin/orders')
  await expect(async () => {
    if (/\/admin\/orders/.test(page.url())) return
    const email = page.getByRole('textbox', { name: '이메일', exact: true })
    if (await email.isVisible()) {
      await email.fill(OWNER)
      await page.getByRole('button', { name: '인증번호 받기', exact: true }).click()
    }
    await page.getByRole('textbox', { name: '인증번호', exact: true }).fill(await codeFor(OWNER))
    await page.getByRole('button', { name: '로그인', exact: true }).click()
    await expect(page).toHaveURL(/\/admin\/orders/, { timeout: 2_000 })
  }).toPass()
}

test('a caller is found by the last four digits of the phone, and by the initial consonants of the name', {
  tag: ['@nojs', '@desktop'],
}, async ({ page, shopper, wallet, order, mailbox, baseURL }) => {
  test.skip(
    !/localhost|127\.0\.0\.1/.test(baseURL ?? ''),
    'the desk of a shop elsewhere has other owners',
  )
  await shopper.checkOut()
  const number = await order.number()
  await wallet.press('Approve')
  await shopper.heading(screenWords.ko.authorised)
  const id = order.id()
  await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')
  await signIn(page, mailbox.codeFor)

  const search = page.getByRole('searchbox', { name: '검색', exact: true })
  const row = page.getByRole('row', { name: new RegExp(number) })
  await search.fill(shopper.somebody.phone.replace(/\D/g, '').slice(-4))
  await page.getByRole('button', { name: '검색', exact: true }).click()
  await expect(row).toContainText('결제 완료')
  await expect(row).toContainText(shopper.somebody.name)
  if (test.info().project.use.javaScriptEnabled !== false)
    expect(await violationsOn(page)).toEqual([])

  await page.getByRole('link', { name: '취소됨', exact: true }).click()
  await expect(page.getByText('조건에 맞는 주문이 없습니다.')).toBeVisible()
  await page.getByRole('link', { name: '상태: 취소됨 조건 빼기' }).click()
  await expect(row).toBeVisible()
})
