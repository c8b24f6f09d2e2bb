import { expect, test } from 'vitest'
import type { Fact } from '@/lib/core/order'
import { everyNewsOf, places, type SequencePlace, starts, walk } from './every-order'

const first: SequencePlace = { always: starts('first') }
const second: SequencePlace = { always: starts('second') }
const ofOne = everyNewsOf('first')
const ofBoth = [...ofOne, ...everyNewsOf('second')]
const always = (fact: Fact): SequencePlace => ({ always: fact })

test('every order of up to six pieces of news of one attempt ends as the same news in any other order', () => {
  // 8 kinds: 1 + 8 + 8² … 8⁶ sequences with their beginnings, and the one before the attempt is made.
  expect(walk([first, ...places(6, ofOne)])).toEqual({ sequences: 299_594, ends: 3_004 })
})

test('every order of up to five pieces of news of two attempts', () => {
  expect(walk([first, second, ...places(5, ofBoth)]).sequences).toBe(1_118_483)
})

test.each<[string, SequencePlace[]]>([
  ['the shopper cancels', [always({ kind: 'cancelled_by', who: 'shopper' })]],
  ['the merchant cancels', [always({ kind: 'cancelled_by', who: 'merchant' })]],
  ['the parcel is sent', [always({ kind: 'sent' })]],
  ['the parcel is sent and delivered', [always({ kind: 'sent' }), always({ kind: 'delivered' })]],
  [
    'the parcel is sent, and somebody cancels too late',
    [always({ kind: 'sent' }), always({ kind: 'cancelled_by', who: 'shopper' })],
  ],
])('three pieces of news, then %s, then three more', (_, acts) => {
  expect(
    walk([first, ...places(3, ofOne), ...acts, ...places(3, ofOne)]).sequences,
  ).toBeGreaterThan(262_144)
})

test('two pieces of news, then the shopper tries again, then three of either attempt', () => {
  const line = [first, ...places(2, ofOne), second, ...places(3, ofBoth)]
  expect(walk(line).sequences).toBeGreaterThan(50_000)
})

test('the same, and the shopper cancels in the end', () => {
  const line = [first, ...places(2, ofOne), second, ...places(2, ofBoth)]
  const cancels = always({ kind: 'cancelled_by', who: 'shopper' })
  expect(walk([...line, cancels, ...places(1, ofBoth)]).sequences).toBeGreaterThan(50_000)
})

test('the same with an empty shelf from any place on: no money is kept for what cannot be had', () => {
  for (const goneFrom of [1, 2, 3, 4])
    expect(walk([first, ...places(5, ofOne)], goneFrom).sequences).toBeGreaterThan(37_000)
  const line = [first, ...places(2, ofOne), second, ...places(2, ofBoth)]
  expect(walk(line, 2).sequences).toBeGreaterThan(1_000)
})
