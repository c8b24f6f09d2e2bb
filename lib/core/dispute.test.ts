import { describe, expect, test } from 'vitest'
import {
  type Dispute,
  type DisputeEvent,
  type DisputeStep,
  decideDispute,
  disputeLadder,
  endOfDispute,
  evolveDisputes,
  isDisputed,
  isMoneyStep,
  isOtherAmount,
  isTaking,
  takenFrom,
} from './dispute'
import { disputeId, type Instant, instant, paymentId } from './ids'
import { krw, type Money } from './money'

/* What is told of disputes, step by step, and what it says about the money. */

const payment = paymentId('NC6HT9CRT65ZGN82')
const other = paymentId('V4HZ4RBFJGXXGN82')

const told = (
  step: DisputeStep,
  won: number | null = 15_000,
  about: Partial<DisputeEvent> = {},
): DisputeEvent => ({
  type: 'dispute_told',
  dispute: disputeId('one'),
  payment,
  step,
  amount: won === null ? null : krw(won),
  deadline: null,
  ...about,
})
const having = (...events: DisputeEvent[]) =>
  events.reduce(evolveDisputes, [] as readonly Dispute[])
const asked = ({ type: _, ...news }: DisputeEvent) => news
const steps = (...all: DisputeStep[]) => having(...all.map((step) => told(step)))
const onlyOf = (disputes: readonly Dispute[]) => disputes[0] as Dispute

test('three steps move money, and two of them take it', () => {
  expect(disputeLadder.filter(isMoneyStep)).toEqual(['taken', 'returned', 'taken_again'])
  expect(disputeLadder.filter(isTaking)).toEqual(['taken', 'taken_again'])
})

describe('what is told of a dispute', () => {
  test('is news when it is its first step, or another', () => {
    expect(decideDispute([], asked(told('announced')))).toEqual([told('announced')])
    expect(decideDispute(steps('announced'), asked(told('taken')))).toEqual([told('taken')])
  })
  test('is none when that step was told before, of this dispute', () => {
    expect(decideDispute(steps('announced', 'taken'), asked(told('taken')))).toEqual([])
    const second = told('taken', 15_000, { dispute: disputeId('two') })
    expect(decideDispute(steps('taken'), asked(second))).toEqual([second])
  })
  test('is none when it moves another amount than was moved: a person has to look', () => {
    expect(decideDispute(steps('announced', 'taken'), asked(told('returned', 7_000)))).toEqual([])
    expect(isOtherAmount(steps('announced', 'taken'), told('returned', 7_000))).toBe(true)
    expect(isOtherAmount(steps('announced', 'taken'), told('returned', null))).toBe(true)
    expect(isOtherAmount(having(told('taken', null)), told('returned', 7_000))).toBe(true)
  })
  test.each<[string, readonly Dispute[], DisputeEvent]>([
    ['that moves as much', steps('taken'), told('returned')],
    ['that moves nothing', steps('taken'), told('undefended', 7_000)],
    ['before anything moved', steps('announced'), told('taken', 7_000)],
    ['of a dispute that nobody knows', [], told('taken', 7_000)],
    ['of another one', steps('taken'), told('taken', 7_000, { dispute: disputeId('two') })],
    ['without an amount, as before', having(told('taken', null)), told('returned', null)],
  ])('moves no other amount: %s', (_, known, step) => {
    expect(isOtherAmount(known, step)).toBe(false)
  })
})

describe('the amount of a dispute', () => {
  const amountAfter = (...events: DisputeEvent[]): Money | null => onlyOf(having(...events)).amount
  test.each<[string, number | null, readonly DisputeEvent[]]>([
    ['what it is about, as it was said', 15_000, [told('announced')]],
    ['as it was said first', 15_000, [told('announced'), told('undefended', 7_000)]],
    ['said later', 7_000, [told('announced', null), told('undefended', 7_000)]],
    ['never said', null, [told('announced', null), told('undefended', null)]],
    ['what it took, once it did', 7_000, [told('announced'), told('taken', 7_000)]],
    ['what it is about, if taking names none', 15_000, [told('announced'), told('taken', null)]],
    ['what it took, whatever is said later', 7_000, [told('taken', 7_000), told('undefended')]],
    ['what it took first', 7_000, [told('taken', 7_000), told('announced'), told('returned')]],
  ])('is %s', (_, won, events) => {
    expect(amountAfter(...events)).toEqual(won === null ? null : krw(won))
  })
  test('belongs to that dispute alone', () => {
    const two = told('taken', 7_000, { dispute: disputeId('two') })
    expect(having(told('announced'), two).map(({ amount }) => amount?.minor)).toEqual([
      15_000, 7_000,
    ])
    expect(
      having(told('announced'), two, told('taken', 9_000)).map(({ amount }) => amount?.minor),
    ).toEqual([9_000, 7_000])
  })
})

test('its deadline is the latest that anybody named', () => {
  const until = (at: number | null) =>
    told('announced', null, { deadline: at === null ? null : instant(at) })
  const deadline = (...events: DisputeEvent[]): Instant | null => onlyOf(having(...events)).deadline
  expect(deadline(until(null), until(null))).toBeNull()
  expect(deadline(until(5), until(null))).toBe(5)
  expect(deadline(until(null), until(5))).toBe(5)
  expect(deadline(until(5), until(7))).toBe(7)
  expect(deadline(until(7), until(5))).toBe(7)
})

describe('what disputes hold of a payment', () => {
  test.each<[number, readonly DisputeStep[]]>([
    [0, ['announced', 'undefended']],
    [15_000, ['taken']],
    [0, ['taken', 'returned']],
    [0, ['returned']],
    [15_000, ['taken', 'returned', 'taken_again']],
    [15_000, ['taken_again']],
    [15_000, ['taken', 'arbitration', 'arbitration_won']],
  ])('%d won: %j', (won, all) => {
    expect(takenFrom(steps(...all), payment)).toBe(won)
    expect(takenFrom(steps(...all), other)).toBe(0)
  })
  test('nothing, when nothing was told', () => expect(takenFrom([], payment)).toBe(0))
  test('each by its own amount, and by its own payment', () => {
    const two = told('taken', 7_000, { dispute: disputeId('two') })
    const back = told('returned', 7_000, { dispute: disputeId('three') })
    expect(takenFrom(having(told('taken'), two), payment)).toBe(22_000)
    expect(takenFrom(having(told('taken'), two, back), payment)).toBe(15_000)
    const elsewhere = told('taken', 7_000, { dispute: disputeId('two'), payment: other })
    expect(takenFrom(having(told('taken'), elsewhere), payment)).toBe(15_000)
    expect(takenFrom(having(told('taken'), elsewhere), other)).toBe(7_000)
  })
  test('nothing of what names no amount', () => {
    const unnamed = told('taken', null, { dispute: disputeId('two') })
    expect(takenFrom(having(told('taken'), unnamed), payment)).toBe(15_000)
    expect(takenFrom(having(unnamed), payment)).toBe(0)
  })
})

describe('a dispute', () => {
  const ends: [ReturnType<typeof endOfDispute>, boolean, readonly DisputeStep[]][] = [
    [null, true, ['fraud_reported']],
    [null, true, ['information_asked']],
    [null, true, ['announced']],
    [null, true, ['taken']],
    ['lost', false, ['taken', 'undefended']],
    ['lost', true, ['announced', 'undefended']],
    ['won', false, ['taken', 'returned']],
    ['won', false, ['taken', 'undefended', 'returned']],
    ['won', false, ['announced', 'unanswered']],
    ['won', false, ['taken', 'undefended', 'unanswered']],
    ['lost', false, ['taken', 'returned', 'taken_again']],
    ['lost', false, ['taken', 'returned', 'unanswered', 'taken_again']],
    [null, false, ['taken', 'returned', 'arbitration']],
    [null, true, ['taken', 'taken_again', 'arbitration']],
    ['won', false, ['taken', 'taken_again', 'arbitration', 'arbitration_won']],
    ['lost', false, ['taken', 'returned', 'arbitration', 'arbitration_lost']],
    ['lost', false, ['taken', 'arbitration_won', 'arbitration_lost']],
    ['lost', true, ['announced', 'arbitration_lost']],
  ]
  test.each(ends)('is %s, and contested: %s, after %j', (end, contested, all) => {
    expect(endOfDispute(onlyOf(steps(...all)))).toBe(end)
    expect(isDisputed(steps(...all), payment)).toBe(contested)
    expect(isDisputed(steps(...all), other)).toBe(false)
  })
  test('under another name is settled by what came back of the same amount, and of no other', () => {
    const two = (step: DisputeStep, won: number | null) =>
      told(step, won, { dispute: disputeId('two') })
    expect(isDisputed(having(told('taken'), two('returned', 15_000)), payment)).toBe(false)
    expect(isDisputed(having(told('taken'), two('returned', 7_000)), payment)).toBe(true)
    expect(isDisputed(having(told('taken', null), two('returned', null)), payment)).toBe(false)
    expect(isDisputed(having(told('taken'), two('returned', null)), payment)).toBe(true)
  })
  test('that took the money again is open, though some of that amount came back', () => {
    const two = told('taken', 15_000, { dispute: disputeId('two') })
    expect(isDisputed(having(told('taken'), told('returned'), two), payment)).toBe(true)
  })
  test('of another payment contests nothing here', () => {
    const elsewhere = told('announced', 15_000, { dispute: disputeId('two'), payment: other })
    expect(isDisputed(having(told('taken'), told('returned'), elsewhere), payment)).toBe(false)
    expect(isDisputed(having(told('taken'), told('returned'), elsewhere), other)).toBe(true)
  })
})
