import type { Page } from '@playwright/test'
import { besideAdyen, expect, test } from './fixtures'
import { type Hops, startHops } from './https-hops'
import { screenWords } from './words'

/*
 * Between our form and the wallet lie pages of Adyen's and KakaoPay's, and the last hop opens an app by a scheme of its
 * own. The browser holds our policy against every one of them, after our POST has done its work: the console says so
 * when it stops, and that fails these stories.
 */

test.skip(besideAdyen, 'puts hops of its own between Adyen and the wallet')
test.use({ ignoreHTTPSErrors: true })

let hops: Hops
test.beforeEach(async () => {
  hops = await startHops()
})
test.afterEach(() => hops.close())

/** The shop's answer leads over two https pages to `app`, or to where the shop meant if that is null. */
async function leadAstray(page: Page, door: string, app: string | null): Promise<void> {
  await page.route(door, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    const { location = '', ...headers } = answer.headers()
    await route.fulfill({
      status: answer.status(),
      headers: { ...headers, location: hops.to(app ?? location) },
    })
  })
}

const apps = [
  'intent://kakaopay/pay?url=https%3A%2F%2Fpay.example#Intent;scheme=kakaotalk;package=com.kakao.talk;end',
  'kakaotalk://kakaopay/payment?id=4f7k',
  'kakaopay://payment?id=4f7k',
  'x-safari-https://pay.example/4f7k',
]
const w = screenWords.ko

test('over pages of others the shopper arrives at the wallet @nojs', async ({
  page,
  shopper,
  wallet,
}) => {
  await leadAstray(page, '**/api/checkout', null)
  await shopper.checkOut()
  expect(hops.passed()).toBe(1)
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
})

for (const app of apps)
  test(`from the checkout the way to ${app.split(/[/?]/)[0]} is open @nojs`, async ({
    page,
    shopper,
  }) => {
    await leadAstray(page, '**/api/checkout', app)
    await shopper.goToCheckout()
    await shopper.fillForm()
    await page.getByRole('button', { name: w.pay, exact: true }).click({ noWaitAfter: true })
    await expect.poll(hops.passed).toBe(1)
    // Here no app answers, and the page stays as it is; a policy that forbids the hop is told at once.
    await page.waitForTimeout(1_000)
  })

test('it is open from the page of a result and of an order too @nojs', async ({
  page,
  shopper,
  wallet,
  order,
}) => {
  const [intent = ''] = apps
  await shopper.checkOut()
  await wallet.press('Refuse')
  await shopper.heading(w.refused)
  await leadAstray(page, '**/api/**', intent)
  await page.getByRole('button', { name: w.tryAgain }).click({ noWaitAfter: true })
  await expect.poll(hops.passed).toBe(1)

  await page.goto(`/ko/orders/${order.id()}`)
  await page.getByRole('button', { name: w.tryAgain }).click({ noWaitAfter: true })
  await expect.poll(hops.passed).toBe(2)
  await page.waitForTimeout(1_000)
})
