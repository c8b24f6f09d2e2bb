import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chargesIn,
  chargeTimeOn,
  dayFrom,
  firstToken,
  lettersIn,
  monthlyTerms,
  newHistory,
  paidDays,
  runUntil,
  secondToken,
  startedHistory,
  tell,
  tellWith,
  typesIn,
} from '../proof/shop/subscription-history'
import { DAY, dayOf, formatDay, type Rhythm } from './calendar'
import { HOUR, instant, laterBy } from './ids'
import { krw } from './money'
import {
  chargeTime,
  dueAt,
  type SubscriptionFact,
  subscriptionMay,
  subscriptionStatusOf,
} from './subscription'

describe('a subscription that begins', () => {
  test('is nothing until its first order is paid', () => {
    const { sub } = newHistory()
    expect(subscriptionStatusOf(sub)).toBe('pending_token')
    expect(dueAt(sub)).toBeNull()
    expect(tell(newHistory(), chargeTimeOn('2027-01-01'), { kind: 'time' }).events).toEqual([])
  })
  test('waits for KakaoPay to be saved, and runs once it is, in either order', () => {
    const at = chargeTimeOn('2026-01-31')
    const paid = { kind: 'period_paid', period: 1 } as const
    const known = { kind: 'token_known', token: firstToken, own: true } as const
    const onlyPaid = tell(newHistory(), at, paid)
    expect(subscriptionStatusOf(onlyPaid.sub)).toBe('pending_token')
    expect(subscriptionStatusOf(tell(onlyPaid, at, known).sub)).toBe('active')
    expect(tell(newHistory(), at, known, paid).sub).toEqual(tell(newHistory(), at, paid, known).sub)
  })
  test('tells the shopper what was agreed, once, however often its first order is said to be paid', () => {
    const twice = tell(startedHistory(), chargeTimeOn('2026-02-01'), {
      kind: 'period_paid',
      period: 1,
    })
    expect(lettersIn(twice)).toEqual(['subscription_started'])
  })
  test('ends when its first order is cancelled', () => {
    const { sub } = tell(newHistory(), chargeTimeOn('2026-01-31'), {
      kind: 'order_cancelled',
      period: 1,
      who: 'shopper',
    })
    expect(sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
  })
})

describe('a year of a subscription', () => {
  const year = runUntil(startedHistory(), chargeTimeOn('2027-01-31'))
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
    const lived = runUntil(startedHistory('2026-01-15', { rhythm }), chargeTimeOn('2027-01-15'))
    expect(paidDays(lived)).toHaveLength(count)
  })
  test('with a fixed number of periods ends when the last one is over', () => {
    const lived = runUntil(startedHistory('2026-01-15', { periods: 3 }), chargeTimeOn('2027-01-15'))
    expect(paidDays(lived)).toEqual(['2026-02-15', '2026-03-15'])
    expect(lived.sub.over).toEqual({ status: 'ended', why: 'completed' })
    expect(formatDay(dayOf(lived.events.at(-1)?.at ?? instant(0)))).toBe('2026-04-15')
  })
  test('that nobody worked on asks for one period, not for all that were missed', () => {
    const late = tell(startedHistory('2026-01-15'), chargeTimeOn('2026-06-20'), { kind: 'time' })
    expect(chargesIn(late)).toEqual(['2/1'])
    expect(late.events).toContainEqual(
      expect.objectContaining({ type: 'dates_passed', count: 4, why: 'late' }),
    )
    const paid = tell(late, chargeTimeOn('2026-06-20'), { kind: 'period_paid', period: 2 })
    expect(chargeTime(paid.sub, 3)).toBe(chargeTimeOn('2026-07-15'))
  })
  test('ticked twice at once is charged once', () => {
    const twice = tell(
      startedHistory(),
      chargeTimeOn('2026-02-28'),
      { kind: 'time' },
      { kind: 'time' },
    )
    expect(chargesIn(twice)).toEqual(['2/1'])
  })
})

describe('a refusal', () => {
  test('is tried again after 2, 5, 7 and 7 days, with a letter each time, and then ends it', () => {
    const lived = runUntil(startedHistory(), chargeTimeOn('2026-12-31'), 'refuses')
    expect(chargesIn(lived)).toEqual(['2/1', '2/2', '2/3', '2/4', '2/5'])
    const tried = lived.events.flatMap((event) =>
      event.type === 'charge_due' ? [formatDay(dayOf(event.at))] : [],
    )
    expect(tried).toEqual(['2026-03-02', '2026-03-07', '2026-03-14', '2026-03-21'])
    expect(lettersIn(lived).filter((letter) => letter === 'renewal_refused')).toHaveLength(4)
    expect(lived.sub.over).toEqual({ status: 'ended', why: 'unpaid' })
    expect(lettersIn(lived).at(-1)).toBe('subscription_over')
  })
  const refused = tell(
    runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent'),
    chargeTimeOn('2026-02-28'),
    {
      kind: 'charge_failed',
      period: 2,
      try: 1,
      final: false,
    },
  )
  test('makes it past due until it is paid', () => {
    expect(subscriptionStatusOf(refused.sub)).toBe('past_due')
    const paid = tell(refused, chargeTimeOn('2026-03-01'), { kind: 'period_paid', period: 2 })
    expect(subscriptionStatusOf(paid.sub)).toBe('active')
    expect(chargeTime(paid.sub, paid.sub.next)).toBe(chargeTimeOn('2026-03-31'))
  })
  test('told again, or of an earlier try, changes nothing', () => {
    const again = { kind: 'charge_failed', period: 2, try: 1, final: false } as const
    expect(tell(refused, chargeTimeOn('2026-03-01'), again).events).toEqual(refused.events)
    const second = tell(refused, chargeTimeOn('2026-03-02'), { kind: 'time' })
    expect(tell(second, chargeTimeOn('2026-03-02'), again).sub).toEqual(second.sub)
  })
  test('that is final is not tried again', () => {
    const charging = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
    const final = { kind: 'charge_failed', period: 2, try: 1, final: true } as const
    const { sub, events } = tell(charging, chargeTimeOn('2026-02-28'), final)
    expect(sub.over).toEqual({ status: 'ended', why: 'refused' })
    expect(events.at(-2)).toMatchObject({ type: 'charge_failed', retryAt: null })
    expect(dueAt(sub)).toBeNull()
  })
  test('is not tried again when the shopper cancels, and its order is dropped', () => {
    const left = tell(refused, chargeTimeOn('2026-03-01'), {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
    expect(dueAt(left.sub)).toBeNull()
    expect(left.jobs).toContainEqual({ job: 'drop_period', period: 2 })
  })
  test('is paid by hand after the end: the subscription lives again', () => {
    const ended = runUntil(startedHistory(), chargeTimeOn('2026-12-31'), 'refuses')
    const paid = tell(ended, chargeTimeOn('2026-04-10'), { kind: 'period_paid', period: 2 })
    expect(subscriptionStatusOf(paid.sub)).toBe('active')
    expect(dueAt(paid.sub)).not.toBeNull()
  })
  test('is paid by hand after the end and after subscribing anew: only the new one lives', () => {
    const ended = runUntil(startedHistory(), chargeTimeOn('2026-12-31'), 'refuses')
    const replaced = { replaced: true }
    const paid = tellWith(replaced, ended, chargeTimeOn('2026-04-10'), {
      kind: 'period_paid',
      period: 2,
    })
    const known = { kind: 'token_known', token: secondToken, own: true } as const
    expect(typesIn(tellWith(replaced, paid, chargeTimeOn('2026-04-10'), known)).slice(-2)).toEqual([
      'period_paid',
      'token_set',
    ])
  })
})

describe('a saved KakaoPay', () => {
  test('that is removed or unlinked ends the subscription', () => {
    const lost = tell(startedHistory(), chargeTimeOn('2026-02-10'), {
      kind: 'token_lost',
      token: firstToken,
    })
    expect(lost.sub.over).toEqual({ status: 'ended', why: 'token_lost' })
    expect(lettersIn(lost)).toContain('subscription_over')
  })
  test('of something else is no news', () => {
    expect(
      tell(startedHistory(), chargeTimeOn('2026-02-10'), { kind: 'token_lost', token: secondToken })
        .sub,
    ).toEqual(startedHistory().sub)
    expect(
      tell(startedHistory(), chargeTimeOn('2026-02-10'), {
        kind: 'token_known',
        token: secondToken,
        own: false,
      }).sub.token,
    ).toBe(firstToken)
  })
  describe('that was removed while a charge was under way', () => {
    const charging = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
    const lost = tell(charging, chargeTimeOn('2026-02-28'), {
      kind: 'token_lost',
      token: firstToken,
    })
    const paid = { kind: 'period_paid', period: 2 } as const
    const saved = { kind: 'token_known', token: secondToken, own: true } as const
    test('ends it for good, though the charge succeeds', () => {
      const told = tell(lost, chargeTimeOn('2026-03-01'), paid)
      expect(told.sub.over).toEqual({ status: 'ended', why: 'token_lost' })
      expect(chargesIn(runUntil(told, chargeTimeOn('2026-12-31')))).toEqual(['2/1'])
    })
    test('is followed by another, when the shopper pays by hand: the subscription lives again, in either order', () => {
      const [first, second] = [
        tell(lost, chargeTimeOn('2026-03-01'), paid, saved),
        tell(lost, chargeTimeOn('2026-03-01'), saved, paid),
      ]
      expect(subscriptionStatusOf(first.sub)).toBe('active')
      expect(first.sub).toEqual(second.sub)
      expect(chargesIn(runUntil(first, chargeTimeOn('2026-03-31')))).toEqual(['2/1', '3/1'])
    })
  })
  test('that came with a payment by hand takes the place of the old one', () => {
    const known = { kind: 'token_known', token: secondToken, own: true } as const
    expect(tell(startedHistory(), chargeTimeOn('2026-02-10'), known).sub.token).toBe(secondToken)
  })
})

describe('what the shopper can do', () => {
  const february = laterBy(chargeTimeOn('2026-02-10'), HOUR)
  test('skip: one date passes, and the next is the one after it', () => {
    const { sub } = tell(startedHistory(), february, { kind: 'skip' })
    expect(chargeTime(sub, sub.next)).toBe(chargeTimeOn('2026-03-31'))
    expect(sub.next).toBe(2)
  })
  test('skip a whole year ahead, and no further', () => {
    const skips = Array.from({ length: 40 }, () => ({ kind: 'skip' }) as const)
    const { sub } = tell(startedHistory(), february, ...skips)
    expect(chargeTime(sub, sub.next)).toBe(chargeTimeOn('2027-01-31'))
  })
  test('pause: nothing is charged until it is resumed, and nothing is made up for', () => {
    const paused = runUntil(
      tell(startedHistory(), february, { kind: 'pause' }),
      chargeTimeOn('2026-07-01'),
    )
    expect(subscriptionStatusOf(paused.sub)).toBe('paused')
    expect(chargesIn(paused)).toEqual([])
    const resumed = tell(paused, chargeTimeOn('2026-07-01'), { kind: 'resume' })
    expect(chargeTime(resumed.sub, resumed.sub.next)).toBe(chargeTimeOn('2026-07-31'))
  })
  test('resume before the next date keeps that date', () => {
    const { sub } = tell(startedHistory(), february, { kind: 'pause' }, { kind: 'resume' })
    expect(chargeTime(sub, sub.next)).toBe(chargeTimeOn('2026-02-28'))
  })
  test('choose another day, from which the later ones are reckoned', () => {
    const moved = tell(startedHistory(), february, { kind: 'move', day: dayFrom('2026-03-15') })
    expect(paidDays(runUntil(moved, chargeTimeOn('2026-05-20')))).toEqual([
      '2026-03-15',
      '2026-04-15',
      '2026-05-15',
    ])
  })
  test.each(['2026-02-10', '2025-12-01', '2027-03-01'])('not choose %s', (chosen) => {
    const { sub } = tell(startedHistory(), february, { kind: 'move', day: dayFrom(chosen) })
    expect(sub).toEqual(startedHistory().sub)
  })
  test('cancel now', () => {
    const left = tell(startedHistory(), february, { kind: 'cancel', who: 'shopper', when: 'now' })
    expect(left.sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(lettersIn(left)).toContain('subscription_over')
    expect(chargesIn(runUntil(left, chargeTimeOn('2027-01-31')))).toEqual([])
  })
  test('cancel at the end of what is paid for, and change their mind until then', () => {
    const leaving = tell(startedHistory(), february, {
      kind: 'cancel',
      who: 'shopper',
      when: 'period_end',
    })
    expect(subscriptionStatusOf(leaving.sub)).toBe('active')
    expect(lettersIn(leaving)).toContain('subscription_leaving')
    const over = runUntil(leaving, chargeTimeOn('2026-12-31'))
    expect(chargesIn(over)).toEqual([])
    expect(over.sub.over).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(formatDay(dayOf(over.events.at(-1)?.at ?? instant(0)))).toBe('2026-02-28')
    expect(
      chargesIn(runUntil(tell(leaving, february, { kind: 'stay' }), chargeTimeOn('2026-03-01'))),
    ).toEqual(['2/1'])
  })
  test('cancel when nothing was paid yet: at once, the first order is dropped, and there is nothing to write', () => {
    const left = tell(newHistory(), february, {
      kind: 'cancel',
      who: 'shopper',
      when: 'period_end',
    })
    expect(left.jobs).toEqual([{ job: 'drop_period', period: 1 }])
  })
  test('nothing of it while a charge is under way, but cancel', () => {
    const { sub } = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
    expect([
      subscriptionMay.pause(sub),
      subscriptionMay.skip(sub),
      subscriptionMay.move(sub),
      subscriptionMay.cancel(sub),
    ]).toEqual([false, false, false, true])
  })
  test('cancel the order of one period, which skips that period', () => {
    const charging = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
    const { sub } = tell(charging, chargeTimeOn('2026-03-01'), {
      kind: 'order_cancelled',
      period: 2,
      who: 'shopper',
    })
    expect(sub.over).toBeNull()
    expect([sub.next, chargeTime(sub, sub.next)]).toEqual([3, chargeTimeOn('2026-03-31')])
  })
})

describe('a higher price', () => {
  const rise = { kind: 'price_changed', price: krw(15_000) } as const
  test('is asked about within the 30 days before, and charged when it was agreed to', () => {
    const told = tell(
      startedHistory('2026-01-31', { rhythm: 'three_months' }),
      chargeTimeOn('2026-02-10'),
      rise,
    )
    const asked = runUntil(told, chargeTimeOn('2026-04-05'))
    expect(lettersIn(asked).at(-1)).toBe('price_question')
    expect(formatDay(dayOf(asked.events.at(-1)?.at ?? instant(0)))).toBe('2026-03-31')
    const agreed = runUntil(
      tell(asked, chargeTimeOn('2026-04-06'), { kind: 'agree' }),
      chargeTimeOn('2026-05-01'),
    )
    expect(agreed.sub.terms.price).toEqual(krw(15_000))
    expect(paidDays(agreed)).toEqual(['2026-04-30'])
  })
  test('without an answer ends the subscription, and nothing is charged', () => {
    const lived = runUntil(
      tell(startedHistory(), chargeTimeOn('2026-02-10'), rise),
      chargeTimeOn('2026-12-31'),
    )
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
    const told = tell(startedHistory(), chargeTimeOn('2026-02-25'), rise)
    expect(told.sub.rise?.from).toBe(3)
    expect(paidDays(runUntil(told, chargeTimeOn('2026-03-01')))).toEqual(['2026-02-28'])
  })
  test('that nobody could be asked about in time waits for the next period', () => {
    const told = tell(startedHistory(), chargeTimeOn('2026-02-10'), rise)
    const late = tell(told, chargeTimeOn('2026-02-28'), { kind: 'time' })
    expect(chargesIn(late)).toEqual(['2/1'])
    expect(late.sub.terms.price).toEqual(monthlyTerms.price)
    expect(late.sub.rise?.from).toBe(3)
  })
  test('taken back, or a lower one, applies at once and asks nobody', () => {
    const back = { kind: 'price_changed', price: monthlyTerms.price } as const
    expect(tell(startedHistory(), chargeTimeOn('2026-02-10'), rise, back).sub.rise).toBeNull()
    const lower = { kind: 'price_changed', price: krw(9_900) } as const
    expect(tell(startedHistory(), chargeTimeOn('2026-02-10'), lower).sub.terms.price).toEqual(
      krw(9_900),
    )
    expect(typesIn(tell(startedHistory(), chargeTimeOn('2026-02-10'), back))).toEqual(
      typesIn(startedHistory()),
    )
  })
})

test('goods that are sold out let one date pass, with a letter', () => {
  const charging = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
  const told = tell(charging, chargeTimeOn('2026-02-28'), { kind: 'period_sold_out', period: 2 })
  expect(lettersIn(told)).toContain('renewal_sold_out')
  expect([told.sub.next, chargeTime(told.sub, told.sub.next)]).toEqual([
    2,
    chargeTimeOn('2026-03-31'),
  ])
})

test('goods that are sold out at a later try: that period is given up, and as many deliveries follow as were promised', () => {
  const refused = runUntil(
    startedHistory('2026-01-31', { periods: 3 }),
    chargeTimeOn('2026-02-28'),
    'refuses',
  )
  const trying = runUntil(refused, chargeTimeOn('2026-03-02'), 'silent')
  expect(trying.sub.open).toEqual({ period: 2, tries: 2, retryAt: null })
  const told = tell(trying, chargeTimeOn('2026-03-02'), { kind: 'period_sold_out', period: 2 })
  expect(lettersIn(told).at(-1)).toBe('renewal_sold_out')
  expect([told.sub.next, dueAt(told.sub)]).toEqual([
    3,
    laterBy(chargeTimeOn('2026-03-31'), -3 * DAY),
  ])
  const end = runUntil(told, chargeTimeOn('2026-07-31'))
  expect(chargesIn(end)).toEqual(['2/1', '2/2', '3/1', '4/1'])
  expect(end.sub.over).toEqual({ status: 'ended', why: 'completed' })
})

test('goods that are sold out at a later try end no subscription without an end', () => {
  const refused = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'refuses')
  const trying = runUntil(refused, chargeTimeOn('2026-03-02'), 'silent')
  const told = tell(trying, chargeTimeOn('2026-03-02'), { kind: 'period_sold_out', period: 2 })
  expect(told.sub.terms.periods).toBeNull()
  expect(subscriptionStatusOf(runUntil(told, chargeTimeOn('2027-01-01')).sub)).toBe('active')
})

test('a delivery that its shopper cancelled is one of those that were agreed on', () => {
  const charging = runUntil(
    startedHistory('2026-01-31', { periods: 3 }),
    chargeTimeOn('2026-02-28'),
    'silent',
  )
  const cancelled = { kind: 'order_cancelled', period: 2, who: 'shopper' } as const
  const end = runUntil(
    tell(charging, chargeTimeOn('2026-02-28'), cancelled),
    chargeTimeOn('2026-07-31'),
  )
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
      let now = chargeTimeOn('2026-01-31')
      let told = startedHistory()
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
