import { expect, test } from './fixtures'
import { screenWords } from './words'

/* Nobody comes back: the notification alone decides, and the mail tells. */

const endings = [
  {
    title: 'approved in the app @vercel',
    told: [{ eventCode: 'AUTHORISATION', success: true }],
    status: 'paid',
    why: null,
  },
  {
    title: 'refused',
    told: [{ eventCode: 'AUTHORISATION', success: false }],
    status: 'cancelled',
    why: 'payment_failed',
  },
  {
    title: 'given up by Adyen',
    told: [{ eventCode: 'OFFER_CLOSED', success: true }],
    status: 'cancelled',
    why: 'timed_out',
  },
  {
    title: 'refused first, approved afterwards',
    told: [
      { eventCode: 'AUTHORISATION', success: false },
      { eventCode: 'AUTHORISATION', success: true },
    ],
    status: 'paid',
    why: null,
  },
  {
    title: 'given up first, approved afterwards',
    told: [
      { eventCode: 'OFFER_CLOSED', success: true },
      { eventCode: 'AUTHORISATION', success: true },
    ],
    status: 'paid',
    why: null,
  },
] as const

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`browser closed, ${language}`, { tag: `@${language}` }, () => {
    test.use({ language })

    for (const { title, told, status, why } of endings)
      test(title, async ({ page, shopper, order, mailbox, adyen }) => {
        await shopper.checkOut()
        const id = await order.askForLink()
        const reference = await order.reference()
        await page.close()
        for (const { eventCode, success } of told) await adyen.notify(reference, eventCode, success)
        const become = async () => (await order.status(id)).status
        await expect.poll(become, { timeout: 20_000 }).toBe(status)
        expect((await order.status(id)).why).toBe(why)
        // Bad news waits ten minutes, for whoever pays again: see the stories with the clock.
        if (status !== 'paid') return
        const letters = async () => (await mailbox.tells(id)).join()
        await expect.poll(letters, { timeout: 20_000 }).toContain(w.authorised)
      })

    test('the right words for somebody who opens the link a day later', async ({
      page,
      shopper,
      wallet,
      order,
    }) => {
      await shopper.checkOut()
      const id = await order.askForLink()
      await wallet.press('Approve without returning')
      const become = async () => (await order.status(id)).status
      await expect.poll(become, { timeout: 20_000 }).toBe('paid')
      await page.goto(`/${language}/orders/${id}`)
      await expect(page.getByRole('status')).toContainText(
        language === 'ko' ? '결제가 완료' : 'Paid',
      )
    })
  })
}

test('a subscription whose shopper never comes back begins when its token is told', async ({
  page,
  account,
  wallet,
  mailbox,
}) => {
  await account.signIn('/ko/subscriptions/new/chrysanthemum-monthly')
  await account.subscribe()
  await wallet.press('Approve without returning')
  await page.close()
  await expect
    .poll(() => mailbox.tellsTo(account.email), { timeout: 20_000 })
    .toContain('[노랑] 정기 구독이 시작되었습니다: 산국 꽃차')
})
