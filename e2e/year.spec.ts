import { expect, needsOwnShop, test } from './fixtures'
import { screenWords } from './words'

/*
 * Subscriptions live for years, so these stories move the clock and run alone. Everything that falls due on the
 * way happens on its day.
 */

needsOwnShop('it moves the clock of everybody in it')

const w = screenWords.ko
const plan = '/ko/subscriptions/new/chrysanthemum-monthly'

test.beforeEach(async ({ account, wallet, shopper }) => {
  await account.signIn(plan)
  await account.subscribe()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
})

test('a year passes: twelve more paid orders, a reminder and a receipt for each, one month refused and recovered, and then cancelled', async ({
  page,
  account,
  adyen,
  mailbox,
}) => {
  test.setTimeout(1_200_000)
  await adyen.daysPass(200)
  await adyen.chargesEnd('Refused', 1)
  await adyen.daysPass(166)
  await page.goto('/ko/account')
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  const deliveries = page.getByRole('region', { name: '지난 배송' }).getByRole('listitem')
  await expect(deliveries).toHaveCount(13)
  await expect(deliveries.filter({ hasText: '결제 완료' })).toHaveCount(13)

  const letters = await mailbox.tellsTo(account.email)
  const count = (what: RegExp) => letters.filter((subject) => what.test(subject)).length
  expect(count(/결제가 완료되었습니다/)).toBe(13)
  expect(count(/곧 정기 결제가 있습니다/)).toBeGreaterThanOrEqual(12)
  expect(count(/정기 결제가 이루어지지 않았습니다/)).toBe(1)

  await page.getByRole('link', { name: '구독 해지', exact: true }).click()
  await page.getByRole('radio', { name: /^다음 결제일인/ }).check()
  await page.getByRole('button', { name: '네, 구독을 해지합니다' }).click()
  await expect(page.getByRole('status')).toContainText('해지를 예약하셨습니다')
  await adyen.daysPass(40)
  await page.reload()
  await expect(page.getByRole('status')).toContainText('해지됨')
  await expect(deliveries).toHaveCount(13)
})

test('nobody pays: four more tries, the end, and one press that brings it back', async ({
  page,
  account,
  adyen,
  wallet,
  shopper,
  mailbox,
}) => {
  test.setTimeout(1_200_000)
  await adyen.chargesEnd('Refused', 5)
  await adyen.daysPass(35)
  await page.goto('/ko/account')
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('결제가 밀렸습니다')
  await adyen.daysPass(30)
  await page.reload()
  await expect(page.getByRole('status')).toContainText('끝남')
  const letters = await mailbox.tellsTo(account.email)
  expect(letters.filter((subject) => /이루어지지 않았습니다/.test(subject))).toHaveLength(4)
  expect(letters.at(-1)).toBe('[노랑] 구독이 끝났습니다: 산국 꽃차')

  await page.getByRole('link', { name: '지금 직접 결제하기' }).click()
  await page.getByRole('button', { name: w.tryAgain, exact: true }).click()
  await page.getByRole('link', { name: '동의하고 계속하기' }).click()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await page.goto('/ko/account')
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText('구독 중', { timeout: 500 })
  }).toPass()
})

test('unlinked inside KakaoPay, it ends, and says so', async ({
  page,
  account,
  adyen,
  request,
}) => {
  await adyen.daysPass(1)
  await page.goto('/ko/account')
  await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
  const shopperReference = await adyen.lastSaver()
  await request.post('/simulator/control/tokens/unlink', { data: { shopperReference } })
  await adyen.daysPass(1)
  await page.reload()
  await expect(page.getByRole('status')).toContainText('저장된 카카오페이가 없어져 끝났습니다')
  expect(account.email).toContain('@')
})
