import { describe, expect, test } from 'vitest'
import { type Asker, isAccountOf, mayAct, type Ownership, seesAll } from './asker'
import { orderId, shopperId } from './ids'

const order = orderId('order')
const own: Ownership = { visitor: 'browser', shopper: shopperId('shopper'), orders: [order] }
const guests: Ownership = { ...own, shopper: null }

const anybody = {
  kind: 'browser',
  visitor: null,
  shopper: null,
  cameBackFor: [],
  link: null,
} as const
const askers = {
  anybody,
  'another browser': { ...anybody, visitor: 'another' },
  'another account': { ...anybody, shopper: shopperId('another') },
  'who came back for another order': { ...anybody, cameBackFor: [orderId('another')] },
  'who holds a link, which the database knows': { ...anybody, link: 'link' },
  'the browser that ordered': { ...anybody, visitor: 'browser' },
  'the account': { ...anybody, shopper: shopperId('shopper') },
  'who came back for it': { ...anybody, cameBackFor: [orderId('another'), order] },
  merchant: { kind: 'merchant' },
} as const satisfies Record<string, Asker>

describe('what is whose', () => {
  test.each<[keyof typeof askers, acts: boolean, sees: boolean, account: boolean]>([
    ['anybody', false, false, false],
    ['another browser', false, false, false],
    ['another account', false, false, false],
    ['who came back for another order', false, false, false],
    ['who holds a link, which the database knows', false, false, false],
    ['the browser that ordered', true, true, false],
    ['the account', true, true, true],
    ['who came back for it', true, false, false],
  ])('%s', (name, acts, sees, account) => {
    const asker = askers[name]
    expect([mayAct(asker, own), isAccountOf(asker, own)]).toEqual([acts, account])
    if (asker.kind === 'browser') expect(seesAll(asker, own)).toBe(sees)
  })

  test('a person of the shop may do what a shopper may', () => {
    expect([mayAct(askers.merchant, own), isAccountOf(askers.merchant, own)]).toEqual([true, true])
  })

  test('who came back for one order of a subscription may end it', () => {
    const subscription = { ...own, orders: [orderId('first'), order, orderId('third')] }
    expect(mayAct(askers['who came back for it'], subscription)).toBe(true)
  })

  test('a guest’s order belongs to no account: nobody who is not signed in has it by that', () => {
    expect(mayAct(anybody, guests)).toBe(false)
    expect(isAccountOf(anybody, guests)).toBe(false)
    expect(mayAct(askers['the account'], guests)).toBe(false)
  })
})
