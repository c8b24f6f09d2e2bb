import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/*
 * A browser that translates a page takes its texts away and puts elements of its own in their place, Chrome's two <font>,
 * and does so again whenever something changes. Nobody who reads that way reads what is not true any more, or cannot pay.
 */

const w = screenWords.ko

/** Runs in the page. What it reads stays as it was, so that a story can be told in our own words. */
function translateForEver() {
  const untouched = 'font, script, style, noscript, title, textarea, option'
  const translate = (root: Node) => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.data.trim() && !node.parentElement?.closest(untouched))
        texts.push(node)
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.append(text.data)
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
  const isAlive = () => Object.keys(document.body).some((key) => key.startsWith('__react'))
  const begin = () => {
    translate(document.body)
    new MutationObserver(() => translate(document.body)).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    document.documentElement.dataset.translated = 'yes'
  }
  // As a browser does it: once the page has come to rest. Some of them have no React at all.
  const beginWhenAlive = (left: number) =>
    isAlive() || left === 0 ? begin() : setTimeout(beginWhenAlive, 50, left - 1)
  window.addEventListener('load', () => beginWhenAlive(10))
}

test.beforeEach(({ page }) => page.addInitScript(translateForEver))

const isTranslated = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-translated', 'yes')

test('in a translated page quantities change, the total follows to an island, and the order is paid and cancelled', async ({
  page,
  shopper,
  wallet,
  order,
  adyen,
}) => {
  await shopper.goToCheckout()
  await page.goto('/ko/cart')
  await isTranslated(page)
  await page.getByRole('button', { name: '고흥 유자청 하나 늘리기', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('₩33,000')
  await isTranslated(page)
  await page.getByRole('button', { name: '고흥 유자청 하나 줄이기', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('₩18,000')
  await page.getByRole('link', { name: w.checkout, exact: true }).click()

  await isTranslated(page)
  await shopper.fillForm({ phone: '010', postcode: '63100' })
  await page.getByRole('button', { name: '₩21,000 결제하기', exact: true }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()

  await isTranslated(page)
  const sums = page.getByRole('region', { name: '주문 내용' })
  const fee = page.getByRole('status').filter({ hasText: '배송비' })
  await shopper.fillForm({ postcode: '04524' })
  await expect(fee).toHaveText('배송비는 ₩3,000입니다.')
  await expect(sums.getByText('₩18,000')).toBeVisible()
  await shopper.fillForm({ postcode: '63100' })
  await expect(fee).toHaveText('제주 배송비는 ₩6,000입니다.')
  await expect(sums.getByText('₩21,000')).toBeVisible()
  await expect(sums.getByText('₩18,000')).toHaveCount(0)
  await page.getByRole('button', { name: '₩21,000 결제하기', exact: true }).click()
  await shopper.atWallet()

  await adyen.delay(await order.reference(), 6_000)
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  await page.getByRole('link', { name: w.viewOrder, exact: true }).click()
  const status = page.getByRole('status')
  await isTranslated(page)
  await expect(status).toContainText(w.confirming)
  await expect(status).toContainText('정성껏 준비해서 보내 드리겠습니다.')
  await expect(status).not.toContainText(w.confirming)

  await isTranslated(page)
  await shopper.cancel()
  await isTranslated(page)
  await expect(status).toContainText('요청하신 대로 주문이 취소되었습니다')
})

test('in a translated page a payment that was left can be tried again', async ({
  page,
  shopper,
  wallet,
}) => {
  await shopper.checkOut()
  await wallet.press('Cancel')
  await shopper.heading(w.cancelled)
  await isTranslated(page)
  await page.getByRole('button', { name: w.tryAgain, exact: true }).click()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
})

test('every page can be translated', async ({ page, shopper, account, quietConsole }) => {
  await shopper.goToCheckout()
  await account.signIn()
  for (const path of [
    '',
    '/products/yuja-preserve',
    '/products/brass-bowl',
    '/collections/pantry',
    '/collections/pantry/by/cheap',
    '/search?q=유자',
    '/terms',
    '/privacy',
    '/delivery',
    '/returns',
    '/cart',
    '/checkout',
    '/checkout?problem=fields',
    '/orders/find',
    '/account',
    '/subscriptions',
  ]) {
    await page.goto(`/ko${path}`)
    await isTranslated(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(quietConsole).toEqual([])
  await page.goto('/ko/products/nothing')
  await isTranslated(page)
  await shopper.heading('찾으시는 페이지가 없습니다')
  // The browser itself notes the 404 as an error.
  quietConsole.splice(0)
})
