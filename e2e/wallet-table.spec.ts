import { devices } from '@playwright/test'
import { expect, needsOwnShop, test } from './fixtures'
import { screenWords } from './words'

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

const left = { ko: '결제를 취소하셔서 주문이 취소되었습니다', en: 'Payment cancelled' }
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
    letter: left,
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

needsOwnShop('it moves the clock of everybody in it')
test.describe.configure({ mode: 'serial' })

const { userAgent } = devices['Pixel 7']
const screens = [
  {
    name: 'phone',
    use: { userAgent, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
  { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
] as const

// So every button is seen on both screens and in both languages; the other pairs only mix these.
const everyDay = (screen: string, language: string) =>
  screen === 'phone' ? language === 'ko' : language === 'en'

for (const { name, use } of screens)
  for (const language of ['ko', 'en'] as const)
    test.describe(`${name}, ${language}`, {
      tag: everyDay(name, language) ? [] : '@exhaustive',
    }, () => {
      test.use({ language, ...use })

      for (const row of table)
        test(row.button, async ({ shopper, wallet, order, mailbox, adyen, page }) => {
          const w = screenWords[language]
          await shopper.checkOut()
          const id = await order.askForLink()
          await wallet.press(row.button)
          if (row.heading) await shopper.heading(w[row.heading])
          else await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          const status = async () => (await order.status(id)).status
          // Good news is there within these, before the letter about bad news would be out.
          await adyen.advance(5)
          if (/approve/i.test(row.button))
            await expect.poll(status, { timeout: 20_000 }).toBe('paid')
          // An hour for the window that was closed, ten minutes for bad news to be sure.
          await adyen.advance(61)
          await expect.poll(status, { timeout: 20_000 }).toBe(row.status)
          expect(await order.status(id)).toMatchObject({ why: row.why, resultCode: row.resultCode })
          await adyen.advance(11)
          const letters = async () => mailbox.tells(id)
          await expect
            .poll(letters, { timeout: 20_000 })
            .toEqual(row.letter ? [expect.stringContaining(row.letter[language])] : [])
        })
    })

/** How a refund can end, what Adyen tells last, what is back with the shopper then, and whether a letter said so. */
const refunds = [
  { ends: 'ok', last: 'REFUND', status: 'refunded', refunded: 18_000, letters: 1 },
  { ends: 'refused', last: 'REFUND', status: 'cancelled', refunded: 0, letters: 0 },
  // Money that seemed to be back was said to be: no letter takes that back.
  { ends: 'failed_later', last: 'REFUND_FAILED', status: 'cancelled', refunded: 0, letters: 1 },
  { ends: 'reversed', last: 'REFUNDED_REVERSED', status: 'cancelled', refunded: 0, letters: 1 },
] as const

for (const language of ['ko', 'en'] as const) {
  const w = screenWords[language]
  test.describe(`what comes later, ${language}`, {
    tag: language === 'ko' ? [] : '@exhaustive',
  }, () => {
    test.use({ language })

    test('a payment that was pending can still be refused', async ({
      shopper,
      wallet,
      order,
      page,
      adyen,
    }) => {
      await shopper.checkOut()
      const id = await order.askForLink()
      await page.getByRole('combobox', { name: w.finalResult }).selectOption('Refused')
      await wallet.press('Leave pending')
      await shopper.heading(w.received)
      await adyen.advance(1)
      await expect
        .poll(async () => (await order.status(id)).why, { timeout: 20_000 })
        .toBe('payment_failed')
    })

    for (const { ends, last, status, refunded, letters } of refunds)
      test(`a paid order is cancelled, the browser closed, and its refund ends as "${ends}"${ends === 'ok' ? ' @vercel' : ''}`, async ({
        page,
        context,
        shopper,
        wallet,
        order,
        adyen,
        mailbox,
      }) => {
        await shopper.checkOut()
        const reference = await order.reference()
        await adyen.refundsEnd(reference, ends)
        await wallet.press('Approve')
        await page.getByRole('link', { name: w.viewOrder }).click()
        const id = order.id()
        const itsPage = page.url()
        const become = async () => (await order.status(id)).status
        await expect.poll(become, { timeout: 20_000 }).toBe('paid')
        await shopper.cancel()
        await expect.poll(become).not.toBe('paid')
        await expect(page.getByRole('link', { name: w.cancelOrder })).toBeHidden()
        await page.close()
        const said = async () =>
          (await mailbox.tells(id)).filter((subject) =>
            /환불이 완료|Refund completed/.test(subject),
          ).length
        const heard = () => adyen.heard(reference)
        await expect.poll(heard, { timeout: 20_000 }).toContain('REFUND')
        await expect.poll(said, { timeout: 20_000 }).toBe(letters)
        await adyen.advance(5)
        await expect.poll(heard, { timeout: 20_000 }).toContain(last)
        await expect
          .poll(() => order.status(id), { timeout: 20_000 })
          .toMatchObject({ status, refunded })
        expect(await said()).toBe(letters)
        if (ends === 'ok') return
        const again = await context.newPage()
        await expect(async () => {
          await again.goto(itsPage)
          await expect(again.getByRole('main')).toContainText(w.refundFailed, { timeout: 1_000 })
        }).toPass({ timeout: 20_000 })
      })

    test('when /payments does not answer, the shopper is told so and goes on to KakaoPay when it does', async ({
      page,
      shopper,
      wallet,
      order,
      adyen,
    }) => {
      await shopper.checkOut()
      const reference = await order.number()
      await wallet.press('Cancel')
      await shopper.heading(w.cancelled)
      await adyen.fault({ reference, on: 'payments', kind: 'reset_after_commit', times: 2 })
      await page.getByRole('button', { name: w.tryAgain }).click()
      await expect(page.getByRole('main')).toContainText(w.noAnswer)
      await adyen.advance(1)
      await page
        .getByRole('link', { name: w.continueInApp })
        .or(page.getByRole('button', { name: w.continueInApp }))
        .click()
      await wallet.press('Approve')
      await shopper.heading(w.authorised)
      await expect.poll(async () => (await order.status()).status, { timeout: 20_000 }).toBe('paid')
      expect((await order.status()).refunded).toBe(0)
      expect(await adyen.payments(reference)).toBe(2)
    })
  })
}

test('when Adyen has no list of methods, KakaoPay is still offered', async ({
  page,
  shopper,
  adyen,
}) => {
  await shopper.goToCheckout()
  // For what costs as much nobody has asked yet.
  await page.goto('/ko/cart')
  const quantity = page.getByRole('textbox', { name: '고흥 유자청 수량', exact: true })
  await quantity.fill('7')
  await quantity.press('Enter')
  await expect(quantity).toHaveValue('7')
  await adyen.fault({ on: 'paymentMethods', kind: 'error_500', times: 1 })
  await page.goto('/ko/checkout')
  await expect(
    page.getByRole('radio', { name: screenWords.ko.kakaopay, exact: true }),
  ).toBeVisible()
  expect(await adyen.faults()).toBe(0)
})
