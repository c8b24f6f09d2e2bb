import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { deskWords } from './desk-words'
import { expect, freshAddress, SHOP_OWNER, test } from './fixtures'

/* The door of the desk, as somebody of the shop meets it: with the address and the mailbox alone. */

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const said = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

/** Without JavaScript axe cannot run, and the page is the same. */
async function isForEverybody(page: Page, hasScript: boolean) {
  if (!hasScript) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const tooWide = () => document.documentElement.scrollWidth - window.innerWidth
  expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0)
}

for (const [language, tag] of [
  ['ko', ' @nojs'],
  ['en', ' @en'],
] as const) {
  const w = deskWords[language]

  test.describe(`in ${language}`, () => {
    test.use({ language })

    test(`an owner signs in with a code from the mailbox, and signs out${tag}`, async ({
      page,
      merchant,
      mailbox,
      javaScriptEnabled,
    }) => {
      await page.goto('/admin/people')
      const other = button(page, w.thisLanguage)
      if (await other.isVisible()) {
        await other.click()
        await expect(other).toBeHidden()
      }
      await expect(heading(page, w.heading)).toBeVisible()
      await expect(page.getByText(SHOP_OWNER)).toBeVisible()

      await field(page, w.email).fill('norang')
      await button(page, w.sendCode).click()
      await expect(said(page)).toBeVisible()
      await expect(field(page, w.email)).toHaveValue('norang')

      const before = (await mailbox.deskCodesFor(SHOP_OWNER)).length
      await field(page, w.email).fill(SHOP_OWNER)
      await button(page, w.sendCode).click()
      await expect
        .poll(async () => (await mailbox.deskCodesFor(SHOP_OWNER)).length)
        .toBe(before + 1)
      const code = (await mailbox.deskCodesFor(SHOP_OWNER)).at(-1) ?? ''
      await field(page, w.code).fill(code === '000000' ? '111111' : '000000')
      await button(page, w.signIn).click()
      await expect(said(page)).toHaveText(w.wrong)
      await isForEverybody(page, javaScriptEnabled !== false)
      await field(page, w.code).fill(code)
      await button(page, w.signIn).click()
      await page.waitForURL('**/admin/people')

      for (const name of [w.people, w.log, w.today]) {
        const menu = page.getByRole('navigation', { name: w.menu, exact: true })
        await menu.getByRole('link', { name, exact: true }).click()
        await expect(heading(page, name)).toBeVisible()
        await isForEverybody(page, javaScriptEnabled !== false)
      }
      await button(page, w.signOut).click()
      await expect(said(page)).toBeVisible()
      await page.goto('/admin/log')
      await expect(heading(page, w.heading)).toBeVisible()
      await merchant.signsIn({ next: '/admin/log' })
      await expect(heading(page, w.log)).toBeVisible()
    })

    test(`a packer who was invited sees their pages and no others${tag}`, async ({
      page,
      browser,
      merchant,
      mailbox,
      baseURL,
      javaScriptEnabled,
    }) => {
      const email = freshAddress('packer')
      await merchant.signsIn()
      await merchant.invites(email, w.packer)
      await expect(page.getByText(email).first()).toBeVisible()
      await expect.poll(async () => (await mailbox.tellsTo(email)).length).toBe(1)

      const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled })
      const theirs = await context.newPage()
      await merchant.signsIn({ email, page: theirs })
      await expect(heading(theirs, w.today)).toBeVisible()
      await expect(theirs.getByRole('link', { name: w.people, exact: true })).toHaveCount(0)
      await theirs.goto('/admin/people')
      await expect(heading(theirs, w.mayNot)).toBeVisible()
      await expect(theirs.getByText(SHOP_OWNER)).toHaveCount(0)
      await context.close()

      await page.goto(`/admin/log?${new URLSearchParams({ q: email })}`)
      await expect(page.getByRole('cell', { name: '/admin/people', exact: true })).toBeVisible()
    })
  })
}

test('a stranger reads what an owner would, and is mailed nothing @nojs', async ({
  page,
  mailbox,
}) => {
  const w = deskWords.ko
  const email = freshAddress('stranger')
  await page.goto('/admin')
  await field(page, w.email).fill(email)
  await button(page, w.sendCode).click()
  await expect(page.getByText(email)).toBeVisible()
  await field(page, w.code).fill('123456')
  await button(page, w.signIn).click()
  await expect(said(page)).toHaveText(w.wrong)
  expect(await mailbox.tellsTo(email)).toEqual([])
})

test('who is signed in at the shop is nobody at the desk', async ({ page, account }) => {
  await account.signIn()
  await page.goto('/admin')
  await expect(heading(page, deskWords.ko.heading)).toBeVisible()
})
