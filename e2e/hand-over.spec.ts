import type { Browser, Page } from '@playwright/test'
import { violationsOn } from './axe'
import { expect, test } from './fixtures'
import { inAnApp, inKakaoTalk } from './in-app'
import { screenWords } from './words'

/* A checkout that is begun inside another app, and goes on in the browser that the phone opens by itself. */

type Elsewhere = {
  readonly browser: Browser
  readonly baseURL: string | undefined
  readonly javaScriptEnabled?: boolean | undefined
}

/** A browser that knows nothing of the app's. */
async function elsewhere({ browser, baseURL, javaScriptEnabled = true }: Elsewhere): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    userAgent:
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    ...(baseURL && { baseURL }),
  })
  return context.newPage()
}

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const inPage = (page: Page, name: string) =>
    expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

  test.describe(`inside another app, ${language}`, {
    tag: language === 'ko' ? [] : ['@en', '@exhaustive'],
  }, () => {
    test.use({ language, userAgent: inAnApp })

    /** Presses the button of the app's checkout; the address that leads to the other browser. */
    async function handOver(page: Page): Promise<string> {
      await button(page, w.ownBrowser).click()
      const way = page.getByRole('link', { name: w.outOfApp, exact: true })
      await expect(way).toHaveAttribute('href', /^intent:\/\/.+browser_fallback_url=http/)
      const shown = await page.getByText(/checkout\/go-on\?link=\w{22}$/).textContent()
      expect(shown).toBe(page.url())
      return page.url()
    }

    async function goOn(page: Page, address: string): Promise<void> {
      await page.goto(address)
      await button(page, w.takeOver).click()
      await expect(button(page, w.pay)).toBeVisible()
    }

    test('cart and form go along to an order that is paid there, whoever looks at the link first, and the app says so @nojs', async ({
      page,
      request,
      shopper,
      order,
      browser,
      baseURL,
      javaScriptEnabled,
    }) => {
      const { name, addressDetail } = shopper.somebody
      await shopper.goToCheckout()
      const left = await page.context().newPage()
      await left.goto(`/${language}/checkout`)
      await shopper.inTab(left).fillForm()
      await shopper.fillForm()
      const address = await handOver(page)
      const robot = { 'user-agent': 'facebookexternalhit/1.1; kakaotalk-scrap/1.0' }
      for (let time = 0; time < 2; time++)
        expect(await (await request.get(address, { headers: robot })).text()).not.toContain(name)

      const own = await elsewhere({ browser, baseURL, javaScriptEnabled })
      await goOn(own, address)
      const field = (label: string) => own.getByRole('textbox', { name: label, exact: true })
      await expect(field(w.name)).toHaveValue(name)
      await expect(field(w.addressDetail)).toHaveValue(addressDetail)
      await expect(own.getByRole('radio', { name: w.kakaopay, exact: true })).toBeChecked()
      const agreement = own.getByRole('checkbox', { name: w.agree, exact: true })
      await expect(agreement).not.toBeChecked()
      await agreement.check()
      await button(own, w.pay).click()

      await button(left, w.pay).click()
      await inPage(left, w.goesOnElsewhere)

      await button(own, 'Approve').click()
      await inPage(own, w.authorised)
      const id = /\/orders\/(\w{22})/.exec(own.url())?.[1]
      await expect.poll(async () => (await order.status(id)).status).toBe('paid')

      await button(left, w.goOnHere).click()
      await expect(left.getByRole('textbox', { name: w.name, exact: true })).toHaveValue(name)
      await own.context().close()
    })

    test('an order that was begun in the app and is paid in both browsers is paid once, and its link is used up', async ({
      page,
      shopper,
      wallet,
      order,
      browser,
      baseURL,
    }) => {
      await shopper.checkOut()
      const atTheWallet = page.url()
      await page.goto(`/${language}/checkout`)
      const address = await handOver(page)
      const own = await elsewhere({ browser, baseURL })
      await goOn(own, address)
      await own.getByRole('checkbox', { name: w.agree, exact: true }).check()
      await button(own, w.pay).click()
      await button(own, 'Approve').click()
      await inPage(own, w.authorised)

      await page.goto(atTheWallet)
      await wallet.press('Approve')
      await page.waitForURL(/\/result/)
      expect(own.url()).toContain(order.id())
      const become = async () => {
        const { status, refunded } = await order.status()
        return [status, refunded]
      }
      await expect.poll(become).toEqual(['paid', 18_000])

      const late = await elsewhere({ browser, baseURL })
      await late.goto(address)
      await inPage(late, w.leadsNowhere)
      for (const each of [own, late]) await each.context().close()
    })
  })

  test.describe(`every page between the browsers, ${language}`, {
    tag: language === 'ko' ? [] : ['@en', '@exhaustive'],
  }, () => {
    test.use({ language, userAgent: inAnApp })

    test('can be read and used by everybody', async ({ page, shopper, browser, baseURL }) => {
      await shopper.goToCheckout()
      const found = await violationsOn(page)
      await button(page, w.ownBrowser).click()
      await expect(page.getByRole('link', { name: w.outOfApp, exact: true })).toBeVisible()
      const address = page.url()
      found.push(...(await violationsOn(page)))

      const own = await elsewhere({ browser, baseURL })
      await own.goto(address)
      await expect(button(own, w.takeOver)).toBeVisible()
      found.push(...(await violationsOn(own)))
      await button(own, w.takeOver).click()
      await expect(button(own, w.pay)).toBeVisible()
      await own.goto(address)
      await inPage(own, w.leadsNowhere)
      found.push(...(await violationsOn(own)))
      await page.goto(`/${language}/checkout`)
      await inPage(page, w.goesOnElsewhere)
      found.push(...(await violationsOn(page)))
      expect(found).toEqual([])
      await own.context().close()
    })
  })

  test.describe(`in KakaoTalk, ${language}`, {
    tag: language === 'ko' ? [] : ['@en', '@exhaustive'],
  }, () => {
    test.use({ language, userAgent: inKakaoTalk })

    test('nothing stands before paying, and another browser is offered below it', async ({
      page,
      shopper,
    }) => {
      await shopper.goToCheckout()
      await expect(button(page, w.ownBrowser)).toHaveCount(0)
      const names = await page.getByRole('main').getByRole('button').allTextContents()
      expect(names.indexOf(w.otherBrowser)).toBeGreaterThan(names.indexOf(w.pay))
      await button(page, w.otherBrowser).click()
      const way = page.getByRole('link', { name: w.outOfApp, exact: true })
      await expect(way).toHaveAttribute('href', /^kakaotalk:\/\/web\/openExternal\?url=http/)
    })
  })

  test.describe(`back in a third browser, ${language}`, {
    tag: language === 'ko' ? [] : ['@en', '@exhaustive'],
  }, () => {
    test.use({ language })

    test('who was refused tries again there, and pays @nojs', async ({
      page,
      shopper,
      wallet,
      order,
      browser,
      baseURL,
      javaScriptEnabled,
    }) => {
      await shopper.checkOut()
      const [back] = await Promise.all([
        page.waitForRequest(/\/api\/return\//),
        wallet.press('Refuse'),
      ])
      const third = await elsewhere({ browser, baseURL, javaScriptEnabled })
      await third.goto(back.url())
      await inPage(third, w.refused)
      await button(third, w.tryAgain).click()
      await button(third, 'Approve').click()
      await inPage(third, w.authorised)
      const id = /\/orders\/(\w{22})/.exec(third.url())?.[1]
      await expect.poll(async () => (await order.status(id)).status).toBe('paid')
      await third.context().close()
    })
  })
}
