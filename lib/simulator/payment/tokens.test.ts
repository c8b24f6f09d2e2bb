import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaymentRequest,
  pressInWallet,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { noSpecification, specification } from '@/lib/proof/specification/specification'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const published = specification()
if (published === null) console.warn(noSpecification)
const merchantAccount = 'NorangSimulator'
const recurring = '/pal/servlet/Recurring/v68'
let count = 0
const shopper = () => `shopper-${++count}`

/** What an answer breaks of Adyen's specification, beside the answer. */
async function answered(path: string, body: object) {
  const response = await simulator.api(path, body)
  const given = await response.json()
  expect(published?.request(path, body) ?? []).toEqual([])
  expect(published?.response(path, response.status, given) ?? []).toEqual([])
  return { status: response.status, body: given }
}

/** Saves a wallet by a payment that is approved; the token. */
async function saved(shopperReference: string): Promise<string> {
  const reference = `first-${shopperReference}-${count++}`
  await answered('/v72/payments', {
    ...aPaymentRequest(reference),
    shopperReference,
    storePaymentMethod: true,
    shopperInteraction: 'Ecommerce',
    recurringProcessingModel: 'Subscription',
  })
  await simulator.control('/wallet', { reference, press: 'Approve' })
  await simulator.advance(10_000)
  const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
  const { notifications, tokens } = await ledger.json()
  for (const { body } of notifications) expect(published?.webhook(body) ?? []).toEqual([])
  return tokens[0]?.token ?? ''
}

const charge = (shopperReference: string, token: string, more = {}) =>
  answered('/v72/payments', {
    ...aPaymentRequest(`charge-${count++}`),
    paymentMethod: { type: 'kakaopay', storedPaymentMethodId: token },
    shopperReference,
    shopperInteraction: 'ContAuth',
    recurringProcessingModel: 'Subscription',
    ...more,
  })

const list = async (shopperReference: string) => {
  const query = new URLSearchParams({ merchantAccount, shopperReference })
  const response = await fetch(`${simulator.origin}/api/v72/storedPaymentMethods?${query}`, {
    headers: { 'x-api-key': 'simulator' },
  })
  const body = await response.json()
  expect(published?.query('/v72/storedPaymentMethods', query, 'get') ?? []).toEqual([])
  expect(published?.response('/v72/storedPaymentMethods', 200, body, 'get') ?? []).toEqual([])
  return body.storedPaymentMethods.map(({ id }: { id: string }) => id)
}

describe('a token', () => {
  test('comes of a payment that was approved, and is listed in both ways', async () => {
    const who = shopper()
    const token = await saved(who)
    expect(await list(who)).toEqual([token])
    const asked = { merchantAccount, shopperReference: who }
    const { body } = await answered(`${recurring}/listRecurringDetails`, asked)
    expect(body.details[0].RecurringDetail.recurringDetailReference).toBe(token)
    const methods = await answered('/v72/paymentMethods', {
      merchantAccount,
      shopperReference: who,
    })
    expect(methods.body.storedPaymentMethods[0].id).toBe(token)
  })
  test('is named by the AUTHORISATION and by the details, in the older words and the newer ones', async () => {
    const who = shopper()
    for (const operation of ['created', 'alreadyExisting']) {
      const reference = `named-${count++}`
      await simulator.control('/switches', { reference, additionalData: 'everywhere' })
      await answered('/v72/payments', {
        ...aPaymentRequest(reference),
        shopperReference: who,
        storePaymentMethod: true,
      })
      const details = aDetailsRequest(await pressInWallet(simulator, reference, 'Approve'))
      const { body } = await answered('/v72/payments/details', details)
      await simulator.advance(10_000)
      const [id] = await list(who)
      const named = {
        'recurring.recurringDetailReference': id,
        'recurring.shopperReference': who,
        'tokenization.storedPaymentMethodId': id,
        'tokenization.shopperReference': who,
        'tokenization.store.operationType': operation,
      }
      expect(body.additionalData).toMatchObject(named)
      const told = simulator.received.find(({ item }) => item.merchantReference === reference)
      expect(told?.item).toMatchObject({ eventCode: 'AUTHORISATION', additionalData: named })
    }
  })
  test('is named by no AUTHORISATION where the merchant account has not enabled that', async () => {
    await saved(shopper())
    const told = simulator.received.findLast(({ item }) => item.eventCode === 'AUTHORISATION')
    expect(JSON.stringify(told?.item)).not.toMatch(/recurring|tokenization/)
  })
  test('saved again is the same one, or a new one where that was set', async () => {
    const who = shopper()
    const first = await saved(who)
    expect(await saved(who)).toBe('')
    expect(await list(who)).toEqual([first])
    await simulator.control('/switches', { reference: who, tokenAgain: 'new' })
    const second = await saved(who)
    expect(second).not.toBe(first)
    expect(await list(who)).toHaveLength(2)
  })
  test('is charged with nobody there, and answers at once', async () => {
    const who = shopper()
    const { body } = await charge(who, await saved(who))
    expect(body).toMatchObject({ resultCode: 'Authorised' })
    expect(body.action).toBeUndefined()
    expect(body.pspReference).toMatch(/^[A-Z0-9]{16}$/)
  })
  test('of somebody else, or of nobody, is unknown', async () => {
    const [who, other] = [shopper(), shopper()]
    const token = await saved(who)
    expect(await charge(other, token)).toMatchObject({ status: 422, body: { errorCode: '800' } })
    expect(await charge(who, 'T')).toMatchObject({ status: 422, body: { errorCode: '800' } })
  })
  test('is refused as often as was ordered, with the reason, and then good again', async () => {
    const who = shopper()
    const token = await saved(who)
    await simulator.control('/charges', {
      shopperReference: who,
      result: 'Refused',
      refusalCode: '50',
      times: 2,
    })
    for (const resultCode of ['Refused', 'Refused', 'Authorised'])
      expect((await charge(who, token)).body.resultCode).toBe(resultCode)
    await simulator.control('/switches', {
      reference: who,
      contAuth: 'Refused',
      contAuthReason: '26',
    })
    expect((await charge(who, token)).body).toMatchObject({
      refusalReason: 'Revocation Of Auth',
      refusalReasonCode: '26',
    })
  })
  test('is good again at once when its shopper is reset, and others’ orders stay', async () => {
    const [who, other] = [shopper(), shopper()]
    const token = await saved(who)
    const theirs = await saved(other)
    for (const shopperReference of [who, other])
      await simulator.control('/charges', { shopperReference, result: 'Refused' })
    await simulator.control('/reset', { reference: who })
    expect((await charge(who, token)).body.resultCode).toBe('Authorised')
    expect((await charge(other, theirs)).body.resultCode).toBe('Refused')
  })
  test('is disabled alone, or with all that its shopper has, and never charged again', async () => {
    const who = shopper()
    const token = await saved(who)
    const asked = { merchantAccount, shopperReference: who }
    const one = await answered(`${recurring}/disable`, {
      ...asked,
      recurringDetailReference: token,
    })
    expect(one.body.response).toBe('[detail-successfully-disabled]')
    expect(await charge(who, token)).toMatchObject({ status: 422 })
    expect(await list(who)).toEqual([])
    await saved(who)
    const all = await answered(`${recurring}/disable`, asked)
    expect(all.body.response).toBe('[all-details-successfully-disabled]')
    expect(await list(who)).toEqual([])
  })
  test('is forgotten by DELETE with 204, once', async () => {
    const who = shopper()
    const token = await saved(who)
    const query = new URLSearchParams({ merchantAccount, shopperReference: who })
    const forget = () =>
      fetch(`${simulator.origin}/api/v72/storedPaymentMethods/${token}?${query}`, {
        method: 'DELETE',
        headers: { 'x-api-key': 'simulator' },
      })
    const path = `/v72/storedPaymentMethods/${token}`
    expect(published?.query(path, query, 'delete') ?? []).toEqual([])
    const done = await forget()
    expect(done.status).toBe(204)
    expect(await done.text()).toBe('')
    expect(published?.response(path, 204, undefined, 'delete') ?? []).toEqual([])
    expect((await forget()).status).toBe(422)
  })
})
