import type { Page } from '@playwright/test'
import { expect, needsOwnShop, test } from './fixtures'
import { readingTroubles } from './reading'
import { screenWords } from './words'

/* The edges of a phone: nothing sticks out of 320 px or of letters twice as large, and what has the focus is seen. */

test.skip(({ isMobile }) => !isMobile, 'the phone looks at every width')

const w = screenWords.ko

/** What is wrong with the page that is open, or with others of the shop. */
async function troublesOn(page: Page, ...paths: string[]): Promise<string[]> {
  const troubles: string[] = []
  const look = async () => {
    const { pathname } = new URL(page.url())
    for (const trouble of await readingTroubles(page)) troubles.push(`${pathname}: ${trouble}`)
  }
  if (paths.length === 0) await look()
  for (const path of paths) {
    await page.goto(path)
    await look()
  }
  return troubles
}

/** What the keyboard comes to that is hidden by something else, or does not show that it has the focus. */
async function unseenFocus(page: Page): Promise<string[]> {
  const unseen: string[] = []
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return 'end'
      const choice = element.closest('label')
      const hasOutline = [element, choice].some(
        (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
      )
      const { left, top, width, height } = (choice ?? element).getBoundingClientRect()
      const [x, y] = [left + Math.min(width / 2, 100), top + height / 2]
      const hit = document.elementFromPoint(x, y)
      const isSeen = hit !== null && (element.contains(hit) || (choice?.contains(hit) ?? false))
      return hasOutline && isSeen ? '' : element.outerHTML.slice(0, 120)
    })
    if (found === 'end') return unseen
    if (found !== '') unseen.push(found)
  }
  return unseen
}

test('every page goes up to the edges, leaves room for a keyboard, and makes no phone number of an order number', async ({
  page,
  quietConsole,
}) => {
  const content = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content')
  for (const path of ['/ko', '/ko/products/yuja-preserve', '/ko/cart', '/nothing/at/all']) {
    await page.goto(path)
    expect(await content('viewport'), path).toContain('viewport-fit=cover')
    expect(await content('viewport'), path).toContain('interactive-widget=resizes-content')
    expect(await content('format-detection'), path).toContain('telephone=no')
  }
  // The browser itself notes the 404 as an error.
  quietConsole.splice(0)
})

test('nothing sticks out of the way to a payment', async ({ page, shopper }) => {
  const troubles = await troublesOn(page, '/ko', '/ko/products/mustard-rice-bowl')
  await shopper.goToCheckout()
  await page.getByRole('combobox', { name: w.findAddress }).fill('특별')
  await expect(page.getByRole('option').first()).toBeVisible()
  troubles.push(...(await troublesOn(page)), ...(await troublesOn(page, '/ko/checkout/address')))
  expect(troubles).toEqual([])
})

test('whoever goes through the checkout by keyboard sees where they are', async ({
  page,
  shopper,
}) => {
  await shopper.goToCheckout()
  await page.reload()
  expect(await unseenFocus(page)).toEqual([])
})

test.describe('every page of the shop', { tag: '@exhaustive' }, () => {
  test('shows what has the focus', async ({ page, shopper }) => {
    const unseen: string[] = []
    await shopper.goToCheckout()
    for (const path of ['', '/products/mustard-rice-bowl', '/search?q=zz', '/cart', '/account']) {
      await page.goto(`/ko${path}`)
      unseen.push(...(await unseenFocus(page)).map((found) => `${path}: ${found}`))
    }
    expect(unseen).toEqual([])
  })

  for (const language of ['ko', 'en'] as const)
    test(`fits a narrow screen: the window, in ${language}`, async ({ page }) => {
      const paths = ['', '/collections/pantry', '/collections/home', '/collections/paper/by/dear']
      paths.push('/search', '/search?q=유자', '/products/yuja-preserve', '/products/hanji-lamp')
      paths.push('/terms', '/privacy', '/delivery', '/returns', '/orders/find', '/cart', '/account')
      const all = paths.map((path) => `/${language}${path}`)
      expect(await troublesOn(page, ...all)).toEqual([])
    })

  test('fits a narrow screen: an order, from the wallet to goods that go back', async ({
    page,
    shopper,
    wallet,
    order,
    merchant,
  }) => {
    needsOwnShop('the commands of whoever runs it')
    await shopper.checkOut()
    const number = await order.number()
    await wallet.press('Approve')
    await shopper.heading(w.authorised)
    const id = order.id()
    await expect.poll(async () => (await order.status(id)).status).toBe('paid')
    const home = `/ko/orders/${id}`
    const troubles = await troublesOn(page, page.url(), home, `${home}/cancel`)
    await merchant.sends(number, 'CJ 1234-5678')
    await merchant.hearsOfArrival(number)
    troubles.push(...(await troublesOn(page, home, `${home}/return`)))
    expect(troubles).toEqual([])
  })

  test('fits a narrow screen: an account with a subscription', async ({
    page,
    shopper,
    wallet,
    account,
    mailbox,
  }) => {
    const plan = '/ko/subscriptions/new/chrysanthemum-monthly'
    await account.signIn(plan)
    const troubles = await troublesOn(page)
    await page.goto(plan)
    await account.subscribe()
    await wallet.press('Approve')
    await shopper.heading(w.authorised)
    await expect
      .poll(() => mailbox.tellsTo(account.email))
      .toContain('[노랑] 정기 구독이 시작되었습니다: 산국 꽃차')
    troubles.push(...(await troublesOn(page, '/ko/account', '/ko/subscriptions')))
    await page.goto('/ko/account')
    await page.getByRole('link', { name: '산국 꽃차', exact: true }).click()
    troubles.push(...(await troublesOn(page)))
    await page.getByText('받는 곳 바꾸기').click()
    troubles.push(...(await troublesOn(page)))
    await page.getByRole('link', { name: '구독 해지', exact: true }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
    troubles.push(...(await troublesOn(page)))
    expect(troubles).toEqual([])
  })
})
