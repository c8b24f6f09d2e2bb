import { expect, test } from './fixtures'
import { screenWords } from './words'

test('a shopper follows a parcel from the merchant to the door', async ({
  page,
  shopper,
  wallet,
  order,
  merchant,
  mailbox,
}) => {
  await shopper.checkOut()
  const number = /\d{8}-\w{4}/.exec(await order.reference())?.[0] ?? ''
  await wallet.press('Approve')
  await shopper.heading(screenWords.ko.authorised)
  const id = order.id()
  await expect.poll(async () => (await order.status(id)).status, { timeout: 20_000 }).toBe('paid')

  await merchant.sends(number, 'CJ 1234-5678')
  await page.getByRole('link', { name: screenWords.ko.viewOrder }).click()
  await expect(page.getByText('CJ 1234-5678').first()).toBeVisible()
  await expect(page.getByRole('link', { name: screenWords.ko.cancelOrder })).toHaveCount(0)
  const written = async () => (await mailbox.about(id)).map(({ text }) => text).join()
  await expect.poll(written, { timeout: 20_000 }).toContain('CJ 1234-5678')

  const before = await page.getByRole('listitem').allTextContents()
  await merchant.hearsOfArrival(number)
  await page.reload()
  await expect.poll(() => page.getByRole('listitem').allTextContents()).not.toEqual(before)

  await page.getByRole('link', { name: '반품 신청' }).click()
  await page.getByRole('radio', { name: '상품에 문제가 있습니다' }).check()
  await page.getByRole('textbox', { name: '반품하시는 이유' }).fill('뚜껑이 깨져 있었습니다')
  await page.getByRole('button', { name: '네, 반품을 신청합니다' }).click()
  await expect(page.getByRole('status').first()).toContainText('반품 신청을 받았습니다')
})
