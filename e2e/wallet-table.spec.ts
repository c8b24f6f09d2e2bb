import { expect, test } from './fixtures'
import { words } from './words'

/*
 * Every row of the wallet's table: what each button makes happen, what the shopper reads, what the order
 * becomes, and which letter says so. These stories move the clock, so they run alone, after all others.
 */

type Row = {
  readonly button: string
  readonly heading: 'authorised' | 'refused' | 'cancelled' | 'error' | 'received' | null
  readonly resultCode: string | null
  readonly status: string
  readonly why: string | null
  readonly letter: Readonly<Record<'ko' | 'en', string>> | null
}

const paid = { ko: '결제가 완료되었습니다', en: 'Payment successful' }
const failed = { ko: '결제에 실패했습니다', en: 'Payment failed' }
const late = { ko: '결제 시간이 지났습니다', en: 'Payment timed out' }

const table: readonly Row[] = [
  {
    button: 'Approve',
    heading: 'authorised',
    resultCode: 'Authorised',
    status: 'paid',
    why: null,
    letter: paid,
  },
  {
    button: 'Refuse',
    heading: 'refused',
    resultCode: 'Refused',
    status: 'cancelled',
    why: 'payment_failed',
    letter: failed,
  },
  {
    button: 'Cancel',
    heading: 'cancelled',
    resultCode: 'Cancelled',
    status: 'cancelled',
    why: 'timed_out',
    letter: late,
  },
  {
    button: 'Fail with an error',
    heading: 'error',
    resultCode: 'Error',
    status: 'cancelled',
    why: 'payment_failed',
    letter: failed,
  },
  {
    button: 'Leave pending',
    heading: 'received',
    resultCode: 'Pending',
    status: 'paid',
    why: null,
    letter: paid,
  },
  {
    button: 'Leave received',
    heading: 'received',
    resultCode: 'Received',
    status: 'paid',
    why: null,
    letter: paid,
  },
  {
    button: 'Approve without returning',
    heading: null,
    resultCode: null,
    status: 'paid',
    why: null,
    letter: paid,
  },
  {
    button: 'Close the window',
    heading: null,
    resultCode: null,
    status: 'cancelled',
    why: 'timed_out',
    letter: late,
  },
  {
    button: 'Cancel, then approve in the app',
    heading: 'cancelled',
    resultCode: 'Cancelled',
    status: 'paid',
    why: null,
    letter: paid,
  },
]

test.describe.configure({ mode: 'serial' })

for (const { name, viewport } of [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
])
  for (const language of ['ko', 'en'] as const)
    test.describe(`${name}, ${language}`, () => {
      test.use({ language, viewport })

      for (const row of table)
        test(row.button, async ({ shopper, wallet, order, mailbox, adyen, page }) => {
          const w = words[language]
          await shopper.checkOut()
          const id = await order.askForLink()
          await wallet.press(row.button)
          if (row.heading) await shopper.heading(w[row.heading])
          else await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          // An hour for the window that was closed, ten minutes for bad news to be sure.
          await adyen.advance(61)
          const status = async () => (await order.status(id)).status
          await expect.poll(status, { timeout: 20_000 }).toBe(row.status)
          expect(await order.status(id)).toMatchObject({ why: row.why, resultCode: row.resultCode })
          await adyen.advance(11)
          const letters = async () => mailbox.tells(id)
          await expect
            .poll(letters, { timeout: 20_000 })
            .toEqual(row.letter ? [expect.stringContaining(row.letter[language])] : [])
        })
    })

test.describe('what the wallet leaves open', () => {
  test('a payment that was pending can still be refused', async ({
    shopper,
    wallet,
    order,
    page,
    adyen,
  }) => {
    await shopper.checkOut()
    const id = await order.askForLink()
    await page.getByRole('combobox', { name: '최종 결과' }).selectOption('Refused')
    await wallet.press('Leave pending')
    await shopper.heading(words.ko.received)
    await adyen.advance(1)
    await expect
      .poll(async () => (await order.status(id)).why, { timeout: 20_000 })
      .toBe('payment_failed')
  })

  test('a paid order that its shopper cancels is refunded, and the letter says so', async ({
    shopper,
    wallet,
    order,
    page,
    adyen,
    mailbox,
  }) => {
    await shopper.checkOut()
    const id = await order.askForLink()
    await wallet.press('Approve')
    await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')
    await page.getByRole('link', { name: words.ko.viewOrder }).click()
    await page.getByRole('button', { name: words.ko.cancelOrder }).click()
    await adyen.advance(5)
    await expect
      .poll(async () => (await order.status(id)).status, { timeout: 20_000 })
      .toBe('refunded')
    expect((await order.status(id)).refunded).toBe(18000)
    const subjects = async () => (await mailbox.tells(id)).join()
    await expect.poll(subjects, { timeout: 20_000 }).toContain('환불이 완료되었습니다')
  })
})
