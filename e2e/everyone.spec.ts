import type AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { violationsOn } from './axe'
import { expect, test } from './fixtures'
import { inAnApp } from './in-app'
import { readingTroubles } from './reading'
import { screenWords } from './words'

/*
 * Every page can be read and used by everybody: axe finds nothing, in light and dark; nobody scrolls
 * sideways on a narrow phone or with letters twice as large; and fingers hit what they aim at.
 */

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const groups = {
  'the shop window': [
    '',
    '/collections/pantry',
    '/collections/pantry/by/cheap',
    '/search?q=유자',
    '/search?q=zzz',
  ],
  products: ['/products/yuja-preserve', '/products/mustard-rice-bowl', '/products/sorghum-broom'],
  'terms and help': ['/terms', '/privacy', '/delivery', '/returns', '/orders/find'],
} as const

// Every width that matters is looked at from the phone; a second project would only repeat it.
test.skip(({ isMobile }) => !isMobile, 'the phone looks at every width')

for (const language of ['ko', 'en'] as const)
  test.describe(language, { tag: language === 'ko' ? [] : '@exhaustive' }, () => {
    const w = screenWords[language]
    test.use({ language })

    for (const [name, paths] of Object.entries(groups))
      test(`${name} can be read by everybody`, async ({ page }) => {
        const troubles: string[] = []
        for (const path of paths) {
          const response = await page.goto(`/${language}${path}`)
          expect.soft(response?.status(), path).toBe(200)
          troubles.push(...(await troublesOn(page)))
        }
        expect(troubles).toEqual([])
      })

    test('a page that is not there can be read by everybody', async ({ page, quietConsole }) => {
      await page.goto(`/${language}/nothing`)
      expect(await troublesOn(page)).toEqual([])
      // The browser itself notes the 404 as an error.
      quietConsole.splice(0)
    })

    test('the way to the wallet can be read by everybody', async ({ page, shopper }) => {
      const troubles: string[] = []
      const look = async () => troubles.push(...(await troublesOn(page)))
      await page.goto(`/${language}/cart`)
      await look()
      await shopper.goToCheckout()
      await look()
      await shopper.fillForm({ phone: '1234' })
      await page.getByRole('button', { name: w.pay, exact: true }).click()
      await expect(page.getByRole('textbox', { name: w.phone, exact: true })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await look()
      await page.goto(`/${language}/cart`)
      await look()
      expect(troubles).toEqual([])
    })

    test('the account can be read by everybody', async ({ page, shopper, wallet, mailbox }) => {
      const troubles: string[] = []
      const look = async () => troubles.push(...(await troublesOn(page)))
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      const email = `everyone-${language}-${Date.now()}@example.com`
      await page.goto(`/${language}/account`)
      await look()
      await press(w.sendCode)
      await expect(page.getByRole('textbox', { name: w.email, exact: true })).toBeFocused()
      await look()
      await page.getByRole('textbox', { name: w.email, exact: true }).fill(email)
      await press(w.sendCode)
      await shopper.heading(w.enterCode)
      await look()
      await page.getByRole('textbox', { name: w.code, exact: true }).fill('1')
      await press(w.signIn)
      await look()
      await page
        .getByRole('textbox', { name: w.code, exact: true })
        .fill(await mailbox.codeFor(email))
      await press(w.signIn)
      await shopper.heading(w.account)
      await look()
      await shopper.goToCheckout()
      await shopper.fillForm({ email })
      await press(w.pay)
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await page.goto(`/${language}/account`)
      await expect(page.getByRole('listitem').first()).toBeVisible()
      await look()
      expect(troubles).toEqual([])
    })

    test.describe('inside an app', () => {
      test.use({ userAgent: inAnApp })

      test('a checkout that goes on in another browser can be read by everybody', async ({
        page,
        context,
        shopper,
      }) => {
        const troubles: string[] = []
        const look = async () => troubles.push(...(await troublesOn(page)))
        const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
        await shopper.goToCheckout()
        await look()
        await press(w.ownBrowser)
        await expect(page.getByRole('link', { name: w.outOfApp, exact: true })).toBeVisible()
        await look()
        const link = page.url()
        const before = await context.cookies()
        await context.clearCookies()
        await page.goto(link)
        await look()
        await press(w.takeOver)
        await expect(page.getByRole('button', { name: w.pay, exact: true })).toBeVisible()
        await context.clearCookies()
        await context.addCookies(before)
        await page.goto(`/${language}/checkout`)
        await shopper.heading(w.goesOnElsewhere)
        await look()
        expect(troubles).toEqual([])
      })
    })

    test('the way back can be read by everybody', async ({ page, shopper, wallet }) => {
      const troubles: string[] = []
      const look = async () => troubles.push(...(await troublesOn(page)))
      await shopper.checkOut()
      await look()
      await wallet.press('Refuse')
      await shopper.heading(w.refused)
      await look()
      await page.getByRole('link', { name: w.viewOrder }).click()
      await expect(page.getByRole('status').first()).toBeVisible()
      await look()
      await page.getByRole('button', { name: w.tryAgain }).click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await look()
      await page.getByRole('link', { name: w.viewOrder }).click()
      await expect(page.getByRole('link', { name: w.cancelOrder })).toBeVisible()
      await look()
      await page.getByRole('link', { name: w.cancelOrder }).click()
      await expect(page.getByRole('button', { name: w.yesCancel })).toBeVisible()
      await look()
      await page.context().clearCookies()
      await page.reload()
      await expect(page.getByRole('button', { name: w.mailLink })).toBeVisible()
      await look()
      expect(troubles).toEqual([])
    })
  })

/** One line for everything on this page that stands in somebody's way. */
async function troublesOn(page: Page): Promise<string[]> {
  const found = [
    ...(await axe(page, 'light', (builder) => builder.withTags(WCAG))),
    // Nothing but colours is different in the dark.
    ...(await axe(page, 'dark', (builder) => builder.withRules('color-contrast'))),
    ...(await readingTroubles(page)),
  ]
  const { pathname, search } = new URL(page.url())
  return found.map((trouble) => `${decodeURI(pathname)}${search.slice(0, 20)}: ${trouble}`)
}

async function axe(
  page: Page,
  colorScheme: 'light' | 'dark',
  choose: (builder: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  return (await violationsOn(page, choose)).flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}, ${colorScheme}: ${html.slice(0, 160)}`),
  )
}
