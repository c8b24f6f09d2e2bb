import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { type Language, screenWords } from './words'

const w = screenWords.ko

const said = {
  ko: {
    jar: '고흥 유자청',
    undo: /되돌리기/,
    removed: '고흥 유자청 상품을 장바구니에서 뺐습니다.',
    more: '고흥 유자청 하나 늘리기',
    less: '고흥 유자청 하나 줄이기',
    quantity: '고흥 유자청 수량',
    change: '고흥 유자청 수량 변경',
    remove: '고흥 유자청 삭제',
    empty: '장바구니가 비어 있습니다.',
  },
  en: {
    jar: 'Goheung yuja preserve',
    undo: /Undo/,
    removed: 'Goheung yuja preserve was removed.',
    more: 'One more of Goheung yuja preserve',
    less: 'One less of Goheung yuja preserve',
    quantity: 'Quantity of Goheung yuja preserve',
    change: 'Change the quantity of Goheung yuja preserve',
    remove: 'Remove Goheung yuja preserve',
    empty: 'Your cart is empty.',
  },
} as const

const named = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const quantity = (page: Page, language: Language = 'ko') =>
  page.getByRole('textbox', { name: said[language].quantity, exact: true })

async function putIn(page: Page, language: Language = 'ko') {
  await page.goto(`/${language}/products/yuja-preserve`)
  await page.getByRole('button', { name: screenWords[language].addToCart, exact: true }).click()
  await expect(quantity(page, language)).toHaveValue('1')
}

for (const language of ['ko', 'en'] as const) {
  const s = said[language]
  test.describe(`the cart, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    test('counts up and down, and what was taken out can be put back @nojs', async ({ page }) => {
      await putIn(page, language)
      await expect(named(page, s.less)).toBeDisabled()
      await named(page, s.more).click()
      await expect(quantity(page, language)).toHaveValue('2')
      await named(page, s.more).click()
      await expect(quantity(page, language)).toHaveValue('3')
      await named(page, s.less).click()
      await expect(quantity(page, language)).toHaveValue('2')
      await expect(page.getByRole('main')).toContainText('₩33,000')

      await named(page, s.remove).click()
      await expect(page.getByRole('alert').filter({ hasText: s.removed })).toBeVisible()
      await expect(page.getByText(s.empty)).toBeVisible()
      await page.getByRole('button', { name: s.undo }).click()
      await expect(quantity(page, language)).toHaveValue('2')
    })
  })
}

test('a number that makes no sense becomes one that does, and that is said @nojs', async ({
  page,
}) => {
  await putIn(page)
  for (const [typed, taken] of [
    ['-1', '1'],
    ['1.5', '1'],
    ['many', '1'],
    ['', '1'],
    ['1000000000', '10'],
  ] as const) {
    await quantity(page).fill(typed)
    await named(page, said.ko.change).click()
    await expect(quantity(page)).toHaveValue(taken)
    await expect(page.getByRole('alert').filter({ hasText: `${taken}개` })).toBeVisible()
  }
  await quantity(page).fill('0')
  await quantity(page).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: said.ko.removed })).toBeVisible()
})

test('a cart is there again in another tab, after a reload and next week, and in no other browser', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await putIn(page)
  const tab = await context.newPage()
  await tab.goto('/en/cart')
  await expect(quantity(tab, 'en')).toHaveValue('1')
  await tab.reload()
  await expect(quantity(tab, 'en')).toHaveValue('1')
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'norang')
  expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 300 * 24 * 60 * 60)
  expect(cookie?.httpOnly).toBe(true)
  const other = await browser.newContext({ ...(baseURL && { baseURL }) })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/ko/cart')
  await expect(elsewhere.getByText(said.ko.empty)).toBeVisible()
  await other.close()
})

test('an empty cart has no checkout, and says so @nojs', async ({ page }) => {
  await page.goto('/ko/checkout')
  await expect(page).toHaveURL(/\/ko\/cart/)
  await expect(page.getByRole('alert').filter({ hasText: '장바구니가 비어 있어' })).toBeVisible()
  await expect(page.getByRole('link', { name: w.checkout, exact: true })).toHaveCount(0)
})

test('the cart says what delivery costs, and what is missing for a free one @nojs', async ({
  page,
}) => {
  await putIn(page)
  await expect(page.getByText('₩35,000 더 담으시면 배송비가 무료입니다.')).toBeVisible()
  await quantity(page).fill('4')
  await named(page, said.ko.change).click()
  await expect(page.getByText('배송비가 무료인 주문입니다.')).toBeVisible()
  await page.getByRole('link', { name: w.checkout, exact: true }).click()
  await expect(named(page, '₩60,000 결제하기')).toBeVisible()
})
