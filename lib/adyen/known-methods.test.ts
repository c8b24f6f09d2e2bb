import { beforeEach, expect, test } from 'vitest'
import { krw } from '../core/money'
import { AdyenError } from './errors'
import { knowsMethods } from './known-methods'
import { findMethod, type Method } from './methods'

const list = (...types: string[]) => types.flatMap((type) => findMethod(type) ?? [])
const kakaopay = list('kakaopay')
const both = list('kakaopay', 'kcp_naverpay')
const price = krw(15_000)

let answers: (() => Promise<Method[]>)[]
let asked: string[]
let time: number
beforeEach(() => {
  asked = []
  time = 0
})

/** An Adyen that answers with these, one after the other, the last again and again. */
function adyenThat(...says: (() => Promise<Method[]>)[]) {
  answers = says
  const ask = (amount: { minor: number }, locale: string) => {
    asked.push(`${amount.minor} ${locale}`)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return answer ? answer() : Promise.reject(new Error('nothing to say'))
  }
  return knowsMethods(ask, () => time)
}
const says = (methods: Method[]) => async () => methods
const hangs = () => new Promise<Method[]>(() => {})
const isDown = () => Promise.reject(new AdyenError('retry', 500, null))

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('a list of a minute ago is shown at once, and asked for anew for whoever comes next', async () => {
  const methodsFor = adyenThat(says(kakaopay), says(both))
  expect(await methodsFor(price, 'ko')).toEqual(kakaopay)
  time = 60_000
  expect(await methodsFor(price, 'ko')).toEqual(kakaopay)
  await settled()
  expect(await methodsFor(price, 'ko')).toEqual(both)
})

test('however often an order is looked at, Adyen is asked once a minute', async () => {
  const methodsFor = adyenThat(says(both))
  for (time = 0; time < 180_000; time += 2_000) {
    expect(await methodsFor(price, 'ko')).toEqual(both)
    await settled()
  }
  expect(asked).toHaveLength(3)
})

test('each method has its limits, so what is known of one amount says nothing of another', async () => {
  const methodsFor = adyenThat(says(both), says(kakaopay))
  expect(await methodsFor(krw(15_000), 'ko')).toEqual(both)
  expect(await methodsFor(krw(5_000_000), 'ko')).toEqual(kakaopay)
  expect(asked).toEqual(['15000 ko', '5000000 ko'])
})

test('an Adyen that hangs is waited for for a second where nothing is known, and not at all where something is', async () => {
  const methodsFor = adyenThat(says(both), hangs)
  await methodsFor(price, 'ko')
  time = 60_000
  const begin = performance.now()
  expect(await methodsFor(price, 'ko')).toEqual(both)
  expect(performance.now() - begin).toBeLessThan(500)
  expect(await methodsFor(krw(1), 'ko')).toBeNull()
  expect(performance.now() - begin).toBeGreaterThan(900)
})

test('however many come while it hangs, it is asked once', async () => {
  const methodsFor = adyenThat(hangs)
  expect(await Promise.all([1, 2, 3].map(() => methodsFor(price, 'ko')))).toEqual([
    null,
    null,
    null,
  ])
  expect(asked).toHaveLength(1)
})

test('an Adyen that is down leaves what is known, for ten minutes', async () => {
  const methodsFor = adyenThat(says(both), isDown)
  await methodsFor(price, 'ko')
  time = 599_999
  expect(await methodsFor(price, 'ko')).toEqual(both)
  await settled()
  time = 600_000
  expect(await methodsFor(price, 'ko')).toBeNull()
})

test('a thousand amounts are remembered, and the oldest makes room', async () => {
  const methodsFor = adyenThat(says(both))
  for (let won = 1; won <= 1_001; won += 1) await methodsFor(krw(won), 'ko')
  answers = [hangs]
  expect(await methodsFor(krw(2), 'ko')).toEqual(both)
  expect(await methodsFor(krw(1), 'ko')).toBeNull()
})

test('a bug is no silence of Adyen, and hurts nobody who need not wait', async () => {
  const methodsFor = adyenThat(says(both), () => Promise.reject(new Error('a bug')))
  await methodsFor(price, 'ko')
  time = 60_000
  expect(await methodsFor(price, 'ko')).toEqual(both)
  await expect(methodsFor(krw(1), 'ko')).rejects.toThrow('a bug')
})
