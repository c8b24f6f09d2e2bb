import { expect, type Somebody, test } from './fixtures'
import { screenWords } from './words'

const inFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** What is typed: as it is usual, and as an input method for Korean and a Mac's clipboard have it. */
const usual = ['buys', () => ({}), ' @nojs @vercel'] as const
const ways = {
  ko: [
    usual,
    [
      'who types digits of full width buys',
      ({ phone, postcode }: Somebody) => ({
        phone: inFullWidth(phone),
        postcode: inFullWidth(postcode),
      }),
      '',
    ],
    [
      'who pastes letters that come apart buys',
      () => ({
        name: '\u200B김노랑'.normalize('NFD'),
        address: '서울특별시\u00A0중구'.normalize('NFD'),
      }),
      '',
    ],
  ],
  en: [usual],
} as const

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`buying with KakaoPay, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    for (const [buys, typed, tag] of ways[language])
      test(`a shopper ${buys}, approves, and the order turns paid by itself${tag}`, async ({
        page,
        shopper,
        wallet,
        order,
        mailbox,
      }) => {
        await shopper.checkOut(typed(shopper.somebody))
        await wallet.press('Approve')
        await shopper.heading(w.authorised)
        await page.getByRole('link', { name: w.viewOrder }).click()
        await expect(page.getByRole('status')).toContainText(
          language === 'ko' ? '결제가 완료' : 'Paid',
          { timeout: 20_000 },
        )
        expect(await order.status()).toMatchObject({ status: 'paid', resultCode: 'Authorised' })
        for (const kept of ['김노랑', shopper.somebody.phone])
          await expect(page.getByText(kept, { exact: true })).toBeVisible()
        await expect(page.getByText('(04524) 서울특별시 중구')).toBeVisible()
        const id = order.id()
        await expect
          .poll(async () => (await mailbox.about(id)).map(({ subject }) => subject))
          .toEqual([expect.stringContaining(w.authorised)])
      })

    test('a shopper who is refused is told so, and can pay again @nojs @vercel', async ({
      page,
      shopper,
      wallet,
      order,
    }) => {
      await shopper.checkOut()
      await wallet.press('Refuse')
      await shopper.heading(w.refused)
      await expect(page.getByRole('link', { name: w.otherMethod })).toBeVisible()
      await page.getByRole('button', { name: w.tryAgain }).click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status).toBe('paid')
    })

    test('cancelled once, paid the second time @nojs', async ({ page, shopper, wallet, order }) => {
      await shopper.checkOut()
      await wallet.press('Cancel')
      await shopper.heading(w.cancelled)
      await page.getByRole('button', { name: w.tryAgain }).click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status).toBe('paid')
    })

    test('an error is said as one', async ({ shopper, wallet }) => {
      await shopper.checkOut()
      await wallet.press('Fail with an error')
      await shopper.heading(w.error)
    })

    for (const button of ['Leave pending', 'Leave received'])
      test(`${button}: the order is received, and its result comes later`, async ({
        shopper,
        wallet,
        order,
      }) => {
        await shopper.checkOut()
        await wallet.press(button)
        await shopper.heading(w.received)
        expect((await order.status()).status).toBe('confirming')
      })

    test('who cancels and then approves in the app has paid', async ({
      page,
      shopper,
      wallet,
      order,
    }) => {
      await shopper.checkOut()
      await wallet.press('Cancel, then approve in the app')
      await shopper.heading(w.cancelled)
      await page.getByRole('link', { name: w.viewOrder }).click()
      await expect.poll(async () => (await order.status()).status, { timeout: 30_000 }).toBe('paid')
    })
  })
}
