import { expect, test } from './fixtures'
import { screenWords } from './words'

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
  await expect(page.getByRole('main')).toContainText('₩15,000')
  await button('네, 이 상품을 취소합니다').click()
  await expect.poll(async () => (await order.status(id)).refunded, { timeout: 20_000 }).toBe(15_000)

  await merchant.does(number, 'send', 'CJ', '123456789012', '--lines', '1:1')
  await page.reload()
  await expect(page.getByRole('status').first()).toContainText('상품 일부가 먼저 가고 있습니다')
  await merchant.does(number, 'send', '한진', '1234567890')
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
  await expect.poll(async () => (await order.status(id)).refunded, { timeout: 20_000 }).toBe(45_000)
})
