import { expect, test } from './fixtures'

/* Nobody comes back: the notification alone decides, and the mail tells. */

const endings = [
  {
    title: 'approved in the app, browser closed',
    told: [{ eventCode: 'AUTHORISATION', success: true }],
    status: 'paid',
    why: null,
    letter: '결제가 완료되었습니다',
  },
  {
    title: 'refused, browser closed',
    told: [{ eventCode: 'AUTHORISATION', success: false }],
    status: 'cancelled',
    why: 'payment_failed',
    letter: null,
  },
  {
    title: 'given up by Adyen, browser closed',
    told: [{ eventCode: 'OFFER_CLOSED', success: true }],
    status: 'cancelled',
    why: 'timed_out',
    letter: null,
  },
  {
    title: 'refused first, approved afterwards, browser closed',
    told: [
      { eventCode: 'AUTHORISATION', success: false },
      { eventCode: 'AUTHORISATION', success: true },
    ],
    status: 'paid',
    why: null,
    letter: '결제가 완료되었습니다',
  },
  {
    title: 'given up first, approved afterwards, browser closed',
    told: [
      { eventCode: 'OFFER_CLOSED', success: true },
      { eventCode: 'AUTHORISATION', success: true },
    ],
    status: 'paid',
    why: null,
    letter: '결제가 완료되었습니다',
  },
] as const

for (const { title, told, status, why, letter } of endings)
  test(title, async ({ page, shopper, order, mailbox, request }) => {
    await shopper.checkOut()
    const id = await order.askForLink()
    const reference = await order.reference()
    await page.close()
    for (const news of told) {
      const data = { reference, ...news }
      const sent = await request.post('/simulator/control/notifications', { data })
      expect(sent.ok(), await sent.text()).toBe(true)
    }
    const become = async () => (await order.status(id)).status
    await expect.poll(become, { timeout: 20_000 }).toBe(status)
    expect((await order.status(id)).why).toBe(why)
    if (letter === null) return
    const letters = async () => (await mailbox.tells(id)).join()
    await expect.poll(letters, { timeout: 20_000 }).toContain(letter)
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
  await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')
  await page.goto(`/ko/orders/${id}`)
  await expect(page.getByRole('status')).toContainText('결제가 완료')
  await page.goto(`/en/orders/${id}`)
  await expect(page.getByRole('status')).toContainText('Paid')
})
