import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { type Language, screenWords } from './words'

/* Four jars: one is cancelled, the rest comes in two parcels, and two of the three go back. */

const w = screenWords.ko

test('two parcels, a piece cancelled, and a claim for two of three pieces from opening to money @nojs', async ({
  page,
  shopper,
  wallet,
  order,
  merchant,
}) => {
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const goods = page.getByRole('region', { name: '배송과 반품' })
  const jars = page.getByRole('textbox', { name: /고흥 유자청/ })

  await page.goto('/ko/products/yuja-preserve')
  await page.getByRole('spinbutton', { name: '수량' }).fill('4')
  await button(w.addToCart).click()
  await link(w.checkout).click()
  await shopper.fillForm()
  await page.getByRole('button', { name: /결제하기$/ }).click()
  await shopper.atWallet()
  const number = await order.number()
  await wallet.press('Approve')
  await shopper.heading(w.authorised)
  const id = order.id()
  await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')

  // One is too many: what was typed is still there when the page says what is wrong with it.
  await link(w.viewOrder).click()
  await link(w.cancelOrder).click()
  const some = page.getByRole('textbox', { name: /고흥 유자청/ })
  await page.getByRole('radio', { name: '상품 일부' }).check()
  await some.fill('5')
  await button('다음').click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '그만큼은 취소하실 수 없습니다',
  )
  await expect(some).toHaveValue('5')
  await page.getByRole('radio', { name: '상품 일부' }).check()
  await some.fill('1')
  await button('다음').click()
  // Three jars would not have been brought for nothing.
  await expect(page.getByRole('main')).toContainText('배송비 ₩3,000을 빼고, ₩12,000을')
  await button('네, 이 상품을 취소합니다').click()
  await expect.poll(async () => (await order.status(id)).refunded, { timeout: 20_000 }).toBe(12_000)

  await merchant.does(number, 'send', 'CJ', '123456789012', '--lines', '1:1')
  await page.reload()
  await expect(page.getByRole('status').first()).toContainText('상품 일부가 먼저 가고 있습니다')
  // What was cancelled is not meant, so who sends says what is in it.
  await merchant.does(number, 'send', '한진', '1234567890', '--lines', '1:2')
  await merchant.hearsOfArrival(number)
  await page.reload()
  await expect(link('배송 조회')).toHaveCount(2)
  await expect(link(w.cancelOrder)).toHaveCount(0)

  const claim = async (count: string) => {
    await link('반품 신청').click()
    await jars.fill(count)
    await page.getByRole('radio', { name: '상품에 문제가 있습니다' }).check()
    await page.getByRole('textbox', { name: '반품하시는 이유' }).fill('뚜껑이 깨져 있었습니다')
    await button('네, 반품을 신청합니다').click()
    await expect(goods).toContainText('뚜껑이 깨져 있었습니다')
  }
  await claim('3')
  await link('반품 신청 거두기').click()
  await button('네, 반품 신청을 거둡니다').click()
  await expect(goods).toContainText('반품 신청을 거두셨습니다')
  await claim('2')
  await merchant.does(number, 'claim', 'arrived', '--sellable', '1:1', '--damaged', '1:1')
  await merchant.does(number, 'claim', 'settle')
  await page.reload()
  await expect(goods).toContainText('반품 처리가 끝났습니다')
  await expect(goods).toContainText('₩30,000')
  await expect.poll(async () => (await order.status(id)).refunded, { timeout: 20_000 }).toBe(42_000)
})

/* Of one jar that came broken: the page of an order says what becomes of it, in both languages. */

const says = {
  ko: {
    goods: '배송과 반품',
    ask: '반품 신청',
    jars: /고흥 유자청/,
    count: '99',
    tooMany: '1개까지만 돌려보내실 수 있습니다',
    noGround: '하나를 골라 주세요',
    faulty: '상품에 문제가 있습니다',
    exchange: '같은 상품으로 교환',
    reason: '반품하시는 이유',
    words: '뚜껑이 깨져 있었습니다',
    yes: '네, 반품을 신청합니다',
    received: '반품 신청을 받았습니다',
    refused: '반품 신청을 받아들이지 못했습니다',
    exchanged: '같은 상품으로 다시 보내 드립니다',
    onItsWay: '교환 상품이 가고 있습니다',
    arrived: '교환 상품이 도착했습니다',
    follow: '배송 조회',
    until: /\d{4}년 \d+월 \d+일까지/,
  },
  en: {
    goods: 'Parcels and returns',
    ask: 'Ask for a return',
    jars: /Goheung yuja preserve/,
    count: '99',
    tooMany: 'No more than 1 of these can come back',
    noGround: 'Please choose one of these',
    faulty: 'Something is wrong with it',
    exchange: 'The same goods again',
    reason: 'Why you are returning it',
    words: 'The lid was broken',
    yes: 'Yes, return it',
    received: 'We received your return request',
    refused: 'We could not accept this return',
    exchanged: 'We send you the same goods again',
    onItsWay: 'Your exchange is on its way',
    arrived: 'Your exchange was delivered',
    follow: 'Follow this parcel',
    until: /until [A-Z][a-z]+ \d+, \d{4}/,
  },
} as const satisfies Record<Language, unknown>

const goodsOf = (page: Page, language: Language) =>
  page.getByRole('region', { name: says[language].goods })

/** Fills the form in as it is right. */
async function claim(page: Page, language: Language, remedy: 'money' | 'exchange') {
  const t = says[language]
  await page.getByRole('radio', { name: t.faulty }).check()
  if (remedy === 'exchange') await page.getByRole('radio', { name: t.exchange }).check()
  await page.getByRole('textbox', { name: t.reason }).fill(t.words)
  await page.getByRole('button', { name: t.yes, exact: true }).click()
  await expect(goodsOf(page, language)).toContainText(t.words)
}

for (const language of ['ko', 'en'] as const)
  test.describe(language, { tag: `@${language}` }, () => {
    test.use({ language })
    const t = says[language]
    const open = async (page: Page) => {
      await page.getByRole('link', { name: screenWords[language].viewOrder, exact: true }).click()
      await page.getByRole('link', { name: t.ask, exact: true }).click()
    }

    test('an exchange from opening to the second parcel', {
      tag: language === 'en' ? ['@exhaustive'] : [],
    }, async ({ page, shopper, wallet, order, merchant }) => {
      await shopper.checkOut()
      const number = await order.number()
      await wallet.press('Approve')
      await shopper.heading(screenWords[language].authorised)
      const id = order.id()
      await expect.poll(async () => (await order.status(id)).status).toBe('paid')
      await merchant.does(number, 'send', 'CJ', '123456789012')
      await merchant.hearsOfArrival(number)

      await open(page)
      await claim(page, language, 'exchange')
      await merchant.does(number, 'claim', 'arrived', '--damaged', '1:1')
      await merchant.does(number, 'claim', 'settle')
      await page.reload()
      await expect(goodsOf(page, language)).toContainText(t.exchanged)

      await merchant.does(number, 'send', '한진', '1234567890')
      await page.reload()
      await expect(goodsOf(page, language)).toContainText(t.onItsWay)
      await expect(page.getByRole('link', { name: t.follow, exact: true })).toHaveCount(2)
      await merchant.hearsOfArrival(number)
      await page.reload()
      await expect(goodsOf(page, language)).toContainText(t.arrived)
      expect((await order.status(id)).refunded).toBe(0)
      // What was exchanged can be broken too.
      await expect(page.getByRole('link', { name: t.ask, exact: true })).toBeVisible()
    })

    test('a form that is filled in wrongly, a refusal with its reason, and a claim anew', {
      tag: language === 'ko' ? ['@exhaustive'] : [],
    }, async ({ page, shopper, wallet, order, merchant }) => {
      await shopper.checkOut()
      const number = await order.number()
      await wallet.press('Approve')
      await shopper.heading(screenWords[language].authorised)
      const id = order.id()
      await expect.poll(async () => (await order.status(id)).status).toBe('paid')
      await merchant.does(number, 'send', 'CJ', '123456789012')
      await merchant.hearsOfArrival(number)

      await open(page)
      await expect(page.getByRole('main')).toContainText(t.until)
      const jars = page.getByRole('textbox', { name: t.jars })
      await jars.fill(t.count)
      await page.getByRole('radio', { name: t.exchange }).check()
      await page.getByRole('textbox', { name: t.reason }).fill(t.words)
      await page.getByRole('button', { name: t.yes, exact: true }).click()
      await expect(jars).toHaveAccessibleDescription(new RegExp(t.tooMany))
      await expect(page.getByRole('main')).toContainText(t.noGround)
      await expect(jars).toHaveValue(t.count)
      await expect(page.getByRole('radio', { name: t.exchange })).toBeChecked()
      await expect(page.getByRole('textbox', { name: t.reason })).toHaveValue(t.words)

      await jars.fill('1')
      await claim(page, language, 'money')
      await expect(page.getByRole('status').first()).toContainText(t.received)
      await merchant.does(number, 'claim', 'refuse', 'It had been opened')
      await page.reload()
      await expect(goodsOf(page, language)).toContainText(t.refused)
      await expect(goodsOf(page, language)).toContainText('It had been opened')

      await page.getByRole('link', { name: t.ask, exact: true }).click()
      await claim(page, language, 'money')
      await expect(page.getByRole('status').first()).toContainText(t.received)
    })
  })
