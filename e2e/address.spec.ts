import { violationsOn } from './axe'
import { expect, needsOwnShop, test } from './fixtures'
import { screenWords } from './words'

/* An address is found by a part of it, with a keyboard alone too; and it can be typed whatever becomes of that. */

const w = screenWords.ko
const seoul = '서울특별시 중구 세종대로 110 (태평로1가)'

test.beforeEach(async ({ shopper }) => shopper.goToCheckout())

test('an address is found with the keyboard alone, and Enter in the search pays nothing', async ({
  page,
}) => {
  const search = page.getByRole('combobox', { name: w.findAddress })
  await search.focus()
  await page.keyboard.type('세종대로 110')
  const options = page.getByRole('option')
  await expect(options).toHaveText([new RegExp(`^04524${seoul.replace(/[()]/g, '\\$&')}`)])
  await expect(search).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText('1곳을 찾았습니다. 주소를 골라 주세요.')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/checkout$/)
  await page.keyboard.press('ArrowDown')
  const first = await options.first().getAttribute('id')
  await expect(search).toHaveAttribute('aria-activedescendant', first ?? '')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: w.postcode, exact: true })).toHaveValue('04524')
  await expect(page.getByRole('textbox', { name: w.address, exact: true })).toHaveValue(seoul)
  await expect(page.getByRole('textbox', { name: w.addressDetail, exact: true })).toBeFocused()
})

test('an island’s surcharge follows the address that was chosen', async ({ page }) => {
  await page.getByRole('combobox', { name: w.findAddress }).fill('울릉군청')
  await page.getByRole('option').click()
  await expect(page.getByText('도서 산간 배송비는 ₩8,000입니다.')).toBeVisible()
  await expect(page.getByRole('button', { name: '₩23,000 결제하기' })).toBeVisible()
})

test('what finds nothing says what to type', async ({ page }) => {
  const search = page.getByRole('combobox', { name: w.findAddress })
  for (const [typed, sentence] of [
    ['서', /두 글자/],
    ['가'.repeat(100), /80자/],
    ["' or 1=1 --", /낱말로는 찾을 수 없습니다/],
    ['아파트', /너무 많습니다/],
    ['특별', /곳을 찾아 10곳을 보여 드립니다/],
  ] as const) {
    await search.fill(typed)
    await expect(page.getByText(sentence)).toBeVisible()
  }
})

test('while the search is away the form waits for nothing', async ({ page, shopper, adyen }) => {
  needsOwnShop('faults for all')
  const reference = `세종대로 ${Date.now() % 100_000}`
  await adyen.fault({ reference, on: 'addresses', kind: 'hang', times: 1 })
  await page.getByRole('combobox', { name: w.findAddress }).fill(reference)
  await expect(page.getByText(/주소 찾기가 늦어지고 있습니다/)).toBeVisible()
  await shopper.fillForm()
  await expect(page.getByText(/지금은 주소를 찾을 수 없습니다/)).toBeVisible()
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await shopper.atWallet()
})

test('the page that finds an address can be read by everybody', async ({ page }) => {
  await page.goto('/ko/checkout/address')
  await page.getByRole('textbox', { name: w.findAddress }).fill('울릉군청')
  await page.getByRole('main').getByRole('button', { name: '찾기', exact: true }).click()
  await expect(page.getByRole('button', { name: /^이 주소로/ })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an address is found on a page of its own, and nothing typed is lost', async ({ page }) => {
    const field = (name: 'name' | 'postcode' | 'address') =>
      page.getByRole('textbox', { name: w[name], exact: true })
    await field('name').fill('김노랑')
    await expect(page.getByRole('combobox', { name: w.findAddress })).toBeHidden()
    await page.getByRole('button', { name: '주소 찾기 화면 열기' }).click()
    const search = page.getByRole('textbox', { name: w.findAddress })
    await search.fill('서')
    await search.press('Enter')
    await expect(page.getByText(/두 글자/)).toBeVisible()
    await search.fill('울릉군청')
    await page.getByRole('main').getByRole('button', { name: '찾기', exact: true }).click()
    await expect(page.getByRole('button', { name: /^이 주소로/ })).toBeVisible()
    expect(page.url()).not.toContain(encodeURIComponent('울릉'))
    await page.getByRole('button', { name: /^이 주소로/ }).click()
    await expect(field('name')).toHaveValue('김노랑')
    await expect(field('postcode')).toHaveValue('40221')
    await expect(field('address')).toHaveValue('경상북도 울릉군 울릉읍 도동2길 66')
    await expect(page.getByRole('button', { name: '₩23,000 결제하기' })).toBeVisible()
  })
})
