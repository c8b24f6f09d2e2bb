import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  begun,
  chargesIn,
  day,
  firstToken,
  lettersIn,
  liveUntil,
  monthlyTerms,
  nobody,
  on,
  paidDays,
  secondToken,
  tell,
  tellIn,
  typesIn,
} from '../proof/shop/subscription-history'
import { DAY, dayOf, formatDay, type Rhythm } from './calendar'
import { HOUR, instant, laterBy } from './ids'
import { krw } from './money'
import { chargeTime, dueAt, may, type SubscriptionFact, subscriptionStatusOf } from './subscription'

describe('a subscription that begins', () => {
  test('is nothing until its first order is paid', () => {
    const { sub } = nobody()
    expect(subscriptionStatusOf(sub)).toBe('pending_token')
    expect(dueAt(sub)).toBeNull()
    expect(tell(nobody(), on('2027-01-01'), { kind: 'time' }).events).toEqual([])
  })
  test('waits for KakaoPay to be saved, and runs once it is, in either order', () => {
    const at = on('2026-01-31')
    const paid = { kind: 'period_paid', period: 1 } as const
    const known = { kind: 'token_known', token: firstToken, own: true } as const
    const onlyPaid = tell(nobody(), at, paid)
    expect(subscriptionStatusOf(onlyPaid.sub)).toBe('pending_token')
    expect(subscriptionStatusOf(tell(onlyPaid, at, known).sub)).toBe('active')
    expect(tell(nobody(), at, known, paid).sub).toEqual(tell(nobody(), at, paid, known).sub)
  })
  test('tells the shopper what was agreed, once, however often its first order is said to be paid', () => {
    const twice = tell(begun(), on('2026-02-01'), { kind: 'period_paid', period: 1 })
    expect(lettersIn(twice)).toEqual(['subscription_started'])
  })
  test('ends when its first order is cancelled', () => {
    const { sub } = tell(nobody(), on('2026-01-31'), {
      kind: 'order_cancelled',
      period: 1,
      who: 'shopper',
    })
    expect(sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
  })
})

describe('a year of a subscription', () => {
  const year = liveUntil(begun(), on('2027-01-31'))
  test('is charged on the days that a person expects', () => {
    expect(paidDays(year)).toEqual(
      '2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2026-11-30 2026-12-31 2027-01-31'.split(
        ' ',
      ),
    )
  })
  test('reminds before each charge, and charges each period once', () => {
    expect(lettersIn(year).filter((letter) => letter === 'renewal_soon')).toHaveLength(12)
    expect(chargesIn(year)).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 2}/1`))
  })
  test.each<[Rhythm, number]>([
    ['weekly', 52],
    ['two_weeks', 26],
    ['monthly', 12],
    ['three_months', 4],
  ])('has, %s, %i charges', (rhythm, count) => {
    const lived = liveUntil(begun('2026-01-15', { rhythm }), on('2027-01-15'))
    expect(paidDays(lived)).toHaveLength(count)
  })
  test('with a fixed number of periods ends when the last one is over', () => {
    const lived = liveUntil(begun('2026-01-15', { periods: 3 }), on('2027-01-15'))
    expect(paidDays(lived)).toEqual(['2026-02-15', '2026-03-15'])
    expect(lived.sub.over).toEqual({ status: 'ended', why: 'completed' })
    expect(formatDay(dayOf(lived.events.at(-1)?.at ?? instant(0)))).toBe('2026-04-15')
  })
  test('that nobody worked on asks for one period, not for all that were missed', () => {
    const late = tell(begun('2026-01-15'), on('2026-06-20'), { kind: 'time' })
    expect(chargesIn(late)).toEqual(['2/1'])
    expect(late.events).toContainEqual(
      expect.objectContaining({ type: 'dates_passed', count: 4, why: 'late' }),
    )
    const paid = tell(late, on('2026-06-20'), { kind: 'period_paid', period: 2 })
    expect(chargeTime(paid.sub, 3)).toBe(on('2026-07-15'))
  })
  test('ticked twice at once is charged once', () => {
    const twice = tell(begun(), on('2026-02-28'), { kind: 'time' }, { kind: 'time' })
    expect(chargesIn(twice)).toEqual(['2/1'])
  })
})

describe('a refusal', () => {
  test('is tried again after 2, 5, 7 and 7 days, with a letter each time, and then ends it', () => {
    const lived = liveUntil(begun(), on('2026-12-31'), 'refuses')
    expect(chargesIn(lived)).toEqual(['2/1', '2/2', '2/3', '2/4', '2/5'])
    const tried = lived.events.flatMap((event) =>
      event.type === 'charge_due' ? [formatDay(dayOf(event.at))] : [],
    )
    expect(tried).toEqual(['2026-03-02', '2026-03-07', '2026-03-14', '2026-03-21'])
    expect(lettersIn(lived).filter((letter) => letter === 'renewal_refused')).toHaveLength(4)
    expect(lived.sub.over).toEqual({ status: 'ended', why: 'unpaid' })
    expect(lettersIn(lived).at(-1)).toBe('subscription_over')
  })
  const refused = tell(liveUntil(begun(), on('2026-02-28'), 'silent'), on('2026-02-28'), {
    kind: 'charge_failed',
    period: 2,
    try: 1,
    final: false,
  })
  test('makes it past due until it is paid', () => {
    expect(subscriptionStatusOf(refused.sub)).toBe('past_due')
    const paid = tell(refused, on('2026-03-01'), { kind: 'period_paid', period: 2 })
    expect(subscriptionStatusOf(paid.sub)).toBe('active')
    expect(chargeTime(paid.sub, paid.sub.next)).toBe(on('2026-03-31'))
  })
  test('told again, or of an earlier try, changes nothing', () => {
    const again = { kind: 'charge_failed', period: 2, try: 1, final: false } as const
    expect(tell(refused, on('2026-03-01'), again).events).toEqual(refused.events)
    const second = tell(refused, on('2026-03-02'), { kind: 'time' })
    expect(tell(second, on('2026-03-02'), again).sub).toEqual(second.sub)
  })
  test('that is final is not tried again', () => {
    const charging = liveUntil(begun(), on('2026-02-28'), 'silent')
    const final = { kind: 'charge_failed', period: 2, try: 1, final: true } as const
    const { sub, events } = tell(charging, on('2026-02-28'), final)
    expect(sub.over).toEqual({ status: 'ended', why: 'refused' })
    expect(events.at(-2)).toMatchObject({ type: 'charge_failed', retryAt: null })
    expect(dueAt(sub)).toBeNull()
  })
  test('is not tried again when the shopper cancels, and its order is dropped', () => {
    const left = tell(refused, on('2026-03-01'), { kind: 'cancel', who: 'shopper', when: 'now' })
    expect(dueAt(left.sub)).toBeNull()
    expect(left.jobs).toContainEqual({ job: 'drop_period', period: 2 })
  })
  test('is paid by hand after the end: the subscription lives again', () => {
    const ended = liveUntil(begun(), on('2026-12-31'), 'refuses')
    const paid = tell(ended, on('2026-04-10'), { kind: 'period_paid', period: 2 })
    expect(subscriptionStatusOf(paid.sub)).toBe('active')
    expect(dueAt(paid.sub)).not.toBeNull()
  })
  test('is paid by hand after the end and after subscribing anew: only the new one lives', () => {
    const ended = liveUntil(begun(), on('2026-12-31'), 'refuses')
    const replaced = { replaced: true }
    const paid = tellIn(replaced, ended, on('2026-04-10'), { kind: 'period_paid', period: 2 })
    const known = { kind: 'token_known', token: secondToken, own: true } as const
    expect(typesIn(tellIn(replaced, paid, on('2026-04-10'), known)).slice(-2)).toEqual([
      'period_paid',
      'token_set',
    ])
  })
})

describe('a saved KakaoPay', () => {
  test('that is removed or unlinked ends the subscription', () => {
    const lost = tell(begun(), on('2026-02-10'), { kind: 'token_lost', token: firstToken })
    expect(lost.sub.over).toEqual({ status: 'ended', why: 'token_lost' })
    expect(lettersIn(lost)).toContain('subscription_over')
  })
  test('of something else is no news', () => {
    expect(tell(begun(), on('2026-02-10'), { kind: 'token_lost', token: secondToken }).sub).toEqual(
      begun().sub,
    )
    expect(
      tell(begun(), on('2026-02-10'), { kind: 'token_known', token: secondToken, own: false }).sub
        .token,
    ).toBe(firstToken)
  })
  describe('that was removed while a charge was under way', () => {
    const charging = liveUntil(begun(), on('2026-02-28'), 'silent')
    const lost = tell(charging, on('2026-02-28'), { kind: 'token_lost', token: firstToken })
    const paid = { kind: 'period_paid', period: 2 } as const
    const saved = { kind: 'token_known', token: secondToken, own: true } as const
    test('ends it for good, though the charge succeeds', () => {
      const told = tell(lost, on('2026-03-01'), paid)
      expect(told.sub.over).toEqual({ status: 'ended', why: 'token_lost' })
      expect(chargesIn(liveUntil(told, on('2026-12-31')))).toEqual(['2/1'])
    })
    test('is followed by another, when the shopper pays by hand: the subscription lives again, in either order', () => {
      const [first, second] = [
        tell(lost, on('2026-03-01'), paid, saved),
        tell(lost, on('2026-03-01'), saved, paid),
      ]
      expect(subscriptionStatusOf(first.sub)).toBe('active')
      expect(first.sub).toEqual(second.sub)
      expect(chargesIn(liveUntil(first, on('2026-03-31')))).toEqual(['2/1', '3/1'])
    })
  })
  test('that came with a payment by hand takes the place of the old one', () => {
    const known = { kind: 'token_known', token: secondToken, own: true } as const
    expect(tell(begun(), on('2026-02-10'), known).sub.token).toBe(secondToken)
  })
})

describe('what the shopper can do', () => {
  const february = laterBy(on('2026-02-10'), HOUR)
  test('skip: one date passes, and the next is the one after it', () => {
    const { sub } = tell(begun(), february, { kind: 'skip' })
    expect(chargeTime(sub, sub.next)).toBe(on('2026-03-31'))
    expect(sub.next).toBe(2)
  })
  test('skip a whole year ahead, and no further', () => {
    const skips = Array.from({ length: 40 }, () => ({ kind: 'skip' }) as const)
    const { sub } = tell(begun(), february, ...skips)
    expect(chargeTime(sub, sub.next)).toBe(on('2027-01-31'))
  })
  test('pause: nothing is charged until it is resumed, and nothing is made up for', () => {
    const paused = liveUntil(tell(begun(), february, { kind: 'pause' }), on('2026-07-01'))
    expect(subscriptionStatusOf(paused.sub)).toBe('paused')
    expect(chargesIn(paused)).toEqual([])
    const resumed = tell(paused, on('2026-07-01'), { kind: 'resume' })
    expect(chargeTime(resumed.sub, resumed.sub.next)).toBe(on('2026-07-31'))
  })
  test('resume before the next date keeps that date', () => {
    const { sub } = tell(begun(), february, { kind: 'pause' }, { kind: 'resume' })
    expect(chargeTime(sub, sub.next)).toBe(on('2026-02-28'))
  })
  test('choose another day, from which the later ones are reckoned', () => {
    const moved = tell(begun(), february, { kind: 'move', day: day('2026-03-15') })
    expect(paidDays(liveUntil(moved, on('2026-05-20')))).toEqual([
      '2026-03-15',
      '2026-04-15',
      '2026-05-15',
    ])
  })
  test.each(['2026-02-10', '2025-12-01', '2027-03-01'])('not choose %s', (chosen) => {
    const { sub } = tell(begun(), february, { kind: 'move', day: day(chosen) })
    expect(sub).toEqual(begun().sub)
  })
  test('cancel now', () => {
    const left = tell(begun(), february, { kind: 'cancel', who: 'shopper', when: 'now' })
    expect(left.sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(lettersIn(left)).toContain('subscription_over')
    expect(chargesIn(liveUntil(left, on('2027-01-31')))).toEqual([])
  })
  test('cancel at the end of what is paid for, and change their mind until then', () => {
    const leaving = tell(begun(), february, { kind: 'cancel', who: 'shopper', when: 'period_end' })
    expect(subscriptionStatusOf(leaving.sub)).toBe('active')
    expect(lettersIn(leaving)).toContain('subscription_leaving')
    const over = liveUntil(leaving, on('2026-12-31'))
    expect(chargesIn(over)).toEqual([])
    expect(over.sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(formatDay(dayOf(over.events.at(-1)?.at ?? instant(0)))).toBe('2026-02-28')
    expect(
      chargesIn(liveUntil(tell(leaving, february, { kind: 'stay' }), on('2026-03-01'))),
    ).toEqual(['2/1'])
  })
  test('cancel when nothing was paid yet: at once, the first order is dropped, and there is nothing to write', () => {
    const left = tell(nobody(), february, { kind: 'cancel', who: 'shopper', when: 'period_end' })
    expect(left.jobs).toEqual([{ job: 'drop_period', period: 1 }])
  })
  test('nothing of it while a charge is under way, but cancel', () => {
    const { sub } = liveUntil(begun(), on('2026-02-28'), 'silent')
    expect([may.pause(sub), may.skip(sub), may.move(sub), may.cancel(sub)]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
  test('cancel the order of one period, which skips that period', () => {
    const charging = liveUntil(begun(), on('2026-02-28'), 'silent')
    const { sub } = tell(charging, on('2026-03-01'), {
      kind: 'order_cancelled',
      period: 2,
      who: 'shopper',
    })
    expect(sub.over).toBeNull()
    expect([sub.next, chargeTime(sub, sub.next)]).toEqual([3, on('2026-03-31')])
  })
})

describe('a higher price', () => {
  const rise = { kind: 'price_changed', price: krw(15_000) } as const
  test('is asked about within the 30 days before, and charged when it was agreed to', () => {
    const told = tell(begun('2026-01-31', { rhythm: 'three_months' }), on('2026-02-10'), rise)
    const asked = liveUntil(told, on('2026-04-05'))
    expect(lettersIn(asked).at(-1)).toBe('price_question')
    expect(formatDay(dayOf(asked.events.at(-1)?.at ?? instant(0)))).toBe('2026-03-31')
    const agreed = liveUntil(tell(asked, on('2026-04-06'), { kind: 'agree' }), on('2026-05-01'))
    expect(agreed.sub.terms.price).toEqual(krw(15_000))
    expect(paidDays(agreed)).toEqual(['2026-04-30'])
  })
  test('without an answer ends the subscription, and nothing is charged', () => {
    const lived = liveUntil(tell(begun(), on('2026-02-10'), rise), on('2026-12-31'))
    expect(chargesIn(lived)).toEqual([])
    expect(lived.sub.over).toEqual({ status: 'ended', why: 'price_not_agreed' })
    // Three days before, no charge is announced: the question is put again.
    expect(lettersIn(lived).slice(1)).toEqual([
      'price_question',
      'price_question',
      'subscription_over',
    ])
  })
  test('leaves a week to answer: what is charged sooner costs what it did', () => {
    const told = tell(begun(), on('2026-02-25'), rise)
    expect(told.sub.rise?.from).toBe(3)
    expect(paidDays(liveUntil(told, on('2026-03-01')))).toEqual(['2026-02-28'])
  })
  test('that nobody could be asked about in time waits for the next period', () => {
    const told = tell(begun(), on('2026-02-10'), rise)
    const late = tell(told, on('2026-02-28'), { kind: 'time' })
    expect(chargesIn(late)).toEqual(['2/1'])
    expect(late.sub.terms.price).toEqual(monthlyTerms.price)
    expect(late.sub.rise?.from).toBe(3)
  })
  test('taken back, or a lower one, applies at once and asks nobody', () => {
    const back = { kind: 'price_changed', price: monthlyTerms.price } as const
    expect(tell(begun(), on('2026-02-10'), rise, back).sub.rise).toBeNull()
    const lower = { kind: 'price_changed', price: krw(9_900) } as const
    expect(tell(begun(), on('2026-02-10'), lower).sub.terms.price).toEqual(krw(9_900))
    expect(typesIn(tell(begun(), on('2026-02-10'), back))).toEqual(typesIn(begun()))
  })
})

test('goods that are sold out let one date pass, with a letter', () => {
  const charging = liveUntil(begun(), on('2026-02-28'), 'silent')
  const told = tell(charging, on('2026-02-28'), { kind: 'period_sold_out', period: 2 })
  expect(lettersIn(told)).toContain('renewal_sold_out')
  expect([told.sub.next, chargeTime(told.sub, told.sub.next)]).toEqual([2, on('2026-03-31')])
})

test('goods that are sold out at a later try: that period is given up, and as many deliveries follow as were promised', () => {
  const refused = liveUntil(begun('2026-01-31', { periods: 3 }), on('2026-02-28'), 'refuses')
  const trying = liveUntil(refused, on('2026-03-02'), 'silent')
  expect(trying.sub.open).toEqual({ period: 2, tries: 2, retryAt: null })
  const told = tell(trying, on('2026-03-02'), { kind: 'period_sold_out', period: 2 })
  expect(lettersIn(told).at(-1)).toBe('renewal_sold_out')
  expect([told.sub.next, dueAt(told.sub)]).toEqual([3, laterBy(on('2026-03-31'), -3 * DAY)])
  const end = liveUntil(told, on('2026-07-31'))
  expect(chargesIn(end)).toEqual(['2/1', '2/2', '3/1', '4/1'])
  expect(end.sub.over).toEqual({ status: 'ended', why: 'completed' })
})

test('goods that are sold out at a later try end no subscription without an end', () => {
  const refused = liveUntil(begun(), on('2026-02-28'), 'refuses')
  const trying = liveUntil(refused, on('2026-03-02'), 'silent')
  const told = tell(trying, on('2026-03-02'), { kind: 'period_sold_out', period: 2 })
  expect(told.sub.terms.periods).toBeNull()
  expect(subscriptionStatusOf(liveUntil(told, on('2027-01-01')).sub)).toBe('active')
})

test('a delivery that its shopper cancelled is one of those that were agreed on', () => {
  const charging = liveUntil(begun('2026-01-31', { periods: 3 }), on('2026-02-28'), 'silent')
  const cancelled = { kind: 'order_cancelled', period: 2, who: 'shopper' } as const
  const end = liveUntil(tell(charging, on('2026-02-28'), cancelled), on('2026-07-31'))
  expect(chargesIn(end)).toEqual(['2/1', '3/1'])
  expect(end.sub.over).toEqual({ status: 'ended', why: 'completed' })
})

test('whatever happens, a period and try is asked for once, nothing is asked for after the end, and no date comes twice', () => {
  const fact = fc.oneof(
    { weight: 8, arbitrary: fc.constant<SubscriptionFact>({ kind: 'time' }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('period_paid' as const),
        period: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('charge_failed' as const),
        period: fc.integer({ min: 1, max: 6 }),
        try: fc.integer({ min: 1, max: 5 }),
        final: fc.boolean(),
      }),
    },
    fc.record({
      kind: fc.constantFrom('pause', 'resume', 'skip', 'stay', 'agree'),
    }) as fc.Arbitrary<SubscriptionFact>,
    fc.record({
      kind: fc.constant('token_known' as const),
      token: fc.constantFrom(firstToken, secondToken),
      own: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('token_lost' as const),
      token: fc.constantFrom(firstToken, secondToken),
    }),
    fc.record({
      kind: fc.constant('price_changed' as const),
      price: fc.constantFrom(krw(9_000), krw(15_000)),
    }),
    fc.record({
      kind: fc.constant('cancel' as const),
      who: fc.constant('shopper' as const),
      when: fc.constantFrom('now' as const, 'period_end' as const),
    }),
    fc.record({
      kind: fc.constant('period_sold_out' as const),
      period: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      day: fc.integer({ min: 1, max: 28 }).map((date) => ({ year: 2026, month: 6, day: date })),
    }),
  ) as fc.Arbitrary<SubscriptionFact>
  const step = fc.tuple(fc.constantFrom(0, HOUR, 3 * DAY, 8 * DAY, 40 * DAY), fact)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = on('2026-01-31')
      let told = begun()
      for (const [ms, next] of steps) {
        now = laterBy(now, ms)
        const before = told
        told = tell(told, now, next)
        const isOver = before.sub.over !== null
        const revived = told.events
          .slice(before.events.length)
          .some(({ type }) => type === 'revived')
        if (isOver && !revived) expect(chargesIn(told)).toEqual(chargesIn(before))
        expect(told.sub.next).toBeGreaterThanOrEqual(before.sub.next)
      }
      // A date that was sold out is asked for anew later, under the same number.
      const soldOut = told.events.filter(
        (event) => event.type === 'dates_passed' && event.why === 'sold_out',
      ).length
      expect(chargesIn(told).length - new Set(chargesIn(told)).size).toBeLessThanOrEqual(soldOut)
    }),
    { numRuns: 2000 },
  )
})
