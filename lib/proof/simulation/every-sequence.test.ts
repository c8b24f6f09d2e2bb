import { expect, test } from 'vitest'
import type { Fact } from '@/lib/core/order'
import {
  attemptStarts,
  checkEverySequence,
  everyFactAbout,
  freeSlots,
  holdOver,
  type Slot,
} from './every-sequence'
import { moves, sends } from './goods/told-goods'

const first: Slot = { always: attemptStarts('first') }
const second: Slot = { always: attemptStarts('second') }
const ofOne = [...everyFactAbout('first'), holdOver]
const ofBoth = [...ofOne, ...everyFactAbout('second')]
const always = (fact: Fact): Slot => ({ always: fact })

test('every order of up to six pieces of news of one attempt ends as the same news in any other order', () => {
  // 9 kinds: 1 + 9 + 9² … 9⁶ sequences with their beginnings, and the one before the attempt is made.
  expect(checkEverySequence([first, ...freeSlots(6, ofOne)])).toEqual({
    sequences: 597_872,
    ends: 5_006,
  })
})

test('every order of up to five pieces of news of two attempts', () => {
  expect(checkEverySequence([first, second, ...freeSlots(5, ofBoth)]).sequences).toBe(1_508_600)
}, 300_000)

test.each<[string, Slot[]]>([
  ['the shopper cancels', [always({ kind: 'cancelled_by', who: 'shopper' })]],
  ['the merchant cancels', [always({ kind: 'cancelled_by', who: 'merchant' })]],
  ['the parcel is sent', [always(sends('one', null))]],
  [
    'the parcel is sent and delivered',
    [always(sends('one', null)), always(moves('one', 'delivered'))],
  ],
  [
    'the parcel is sent, and somebody cancels too late',
    [always(sends('one', null)), always({ kind: 'cancelled_by', who: 'shopper' })],
  ],
])('three pieces of news, then %s, then three more', (_, acts) => {
  expect(
    checkEverySequence([first, ...freeSlots(3, ofOne), ...acts, ...freeSlots(3, ofOne)]).sequences,
  ).toBeGreaterThan(262_144)
})

test('two pieces of news, then the shopper tries again, then three of either attempt', () => {
  const line = [first, ...freeSlots(2, ofOne), second, ...freeSlots(3, ofBoth)]
  expect(checkEverySequence(line).sequences).toBeGreaterThan(50_000)
})

test('the same after a saved wallet was charged first, whose goods had no time', () => {
  const charged: Slot = { always: attemptStarts('first', null) }
  const news = everyFactAbout('first')
  const begins = [charged, ...freeSlots(2, news), second]
  expect(checkEverySequence([...begins, ...freeSlots(3, ofBoth)]).sequences).toBeGreaterThan(50_000)
  expect(checkEverySequence([...begins, ...freeSlots(2, ofBoth)], 2).sequences).toBeGreaterThan(
    1_000,
  )
})

test('the same, and the shopper cancels in the end', () => {
  const line = [first, ...freeSlots(2, ofOne), second, ...freeSlots(2, ofBoth)]
  const cancels = always({ kind: 'cancelled_by', who: 'shopper' })
  expect(checkEverySequence([...line, cancels, ...freeSlots(1, ofBoth)]).sequences).toBeGreaterThan(
    50_000,
  )
})

test('the same with an empty shelf from any place on: no money is kept for what cannot be had', () => {
  for (const goneFrom of [1, 2, 3, 4])
    expect(checkEverySequence([first, ...freeSlots(5, ofOne)], goneFrom).sequences).toBeGreaterThan(
      37_000,
    )
  const line = [first, ...freeSlots(2, ofOne), second, ...freeSlots(2, ofBoth)]
  expect(checkEverySequence(line, 2).sequences).toBeGreaterThan(1_000)
})
