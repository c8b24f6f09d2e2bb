import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OrderId, SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder } from '@/lib/db/orders'
import { listSavedMethods } from '@/lib/db/saved-methods'
import { readEnv } from '@/lib/env'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { aRunningSubscription } from '@/lib/proof/shop/subscriber'

/* While a key is rotated, what is signed with the one before is still true. */

let shop: TestShop
beforeAll(async () => {
  // The webhook about tokens has keys of its own: one that is signed with the other’s is a forgery.
  shop = await openShop({ ADYEN_TOKEN_HMAC_KEYS: `${'AB'.repeat(32)},${'CD'.repeat(32)}` })
})
afterAll(() => shop.close())

const statusNow = async (id: OrderId) => {
  const order = await findOrder(shop.deps.db, id)
  return order && statusOf(order).status
}

/** An order that was approved, and told of with such a signature; what the shop answered. */
async function approved(signature: 'good' | 'old' | 'bad') {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const reference = (await findAttemptByNumber(shop.deps.db, order, 1))?.reference ?? ''
  await shop.control('switches', { reference, signature })
  await shop.press(reference, 'Approve without returning')
  await shop.advance(2 * SECOND)
  return { status: await statusNow(order), answers: await answersAbout(reference) }
}

async function answersAbout(reference: string, eventCode = 'AUTHORISATION') {
  const about = `${shop.origin}/simulator/control/ledger?reference=${reference}`
  const ledger: {
    notifications: { eventCode: string; deliveries: { httpStatus: number }[] }[]
  } = await (await fetch(about)).json()
  return ledger.notifications
    .filter((each) => each.eventCode === eventCode)
    .flatMap(({ deliveries }) => deliveries.map(({ httpStatus }) => httpStatus))
}

test('a shop without settings has a key before its own, as after a rotation', () => {
  const { hmacKeys, tokenHmacKeys } = readEnv({}).adyen
  expect(new Set(hmacKeys).size).toBe(2)
  expect(new Set(tokenHmacKeys).size).toBe(2)
})

describe('a demonstration that anybody can reach', () => {
  test('is paid by what its own simulator signs, and not by the keys that are published', async () => {
    const local = shop
    const demo = await openShop({ BASE_URL: 'https://demo.example' })
    shop = demo
    try {
      expect(await approved('good')).toEqual({ status: 'paid', answers: [202] })
      expect(await approved('old')).toEqual({ status: 'paid', answers: [202] })
      const published = readEnv({}).adyen.hmacKeys ?? []
      const own = await demo.deps.shop.hmacKeys()
      expect(own.filter((key) => published.includes(key))).toEqual([])
    } finally {
      await demo.close()
      shop = local
    }
  })
})

test('a payment that is told of with the old key is paid', async () => {
  expect(await approved('old')).toEqual({ status: 'paid', answers: [202] })
})

test('a payment that is told of with a wrong key is not paid, and Adyen is told that it is wrong', async () => {
  const { status, answers } = await approved('bad')
  expect(status).not.toBe('paid')
  expect(answers[0]).toBe(401)
})

describe('the webhook about tokens', () => {
  test('saves a KakaoPay with its own old key, and forgets none with a wrong one', async () => {
    await shop.control('switches', { signature: 'old', token: 'token_webhook' })
    const { shopper, first } = await aRunningSubscription(shop)
    expect(await listSavedMethods(shop.deps.db, shopper)).toHaveLength(1)

    const reference = (await findAttemptByNumber(shop.deps.db, first, 1))?.reference ?? ''
    expect(await answersAbout(reference, 'recurring.token.created')).toEqual([202])
    await shop.control('switches', { signature: 'bad' })
    await shop.control('tokens/unlink', { shopperReference: shopper })
    await shop.advance(2 * SECOND)
    expect((await answersAbout(reference, 'recurring.token.disabled'))[0]).toBe(401)
    expect(await listSavedMethods(shop.deps.db, shopper)).toHaveLength(1)
  })
})
