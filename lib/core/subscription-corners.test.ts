import { describe, expect, test } from 'vitest'
import {
  chargesIn,
  chargeTimeOn,
  dayFrom,
  firstToken,
  lettersIn,
  monthlyTerms,
  newHistory,
  runUntil,
  secondToken,
  startedHistory,
  tell,
  typesIn,
} from '../proof/shop/subscription-history'
import { DAY } from './calendar'
import { HOUR, laterBy, MINUTE } from './ids'
import { krw } from './money'
import {
  chargeTime,
  dueAt,
  priceOf,
  type SubscriptionFact,
  subscriptionMay,
  subscriptionStatusOf,
} from './subscription'

/* What seldom meets, and the instants at which one thing ends and another begins. */

const at = laterBy(chargeTimeOn('2026-02-10'), HOUR)
const paid = (period: number): SubscriptionFact => ({ kind: 'period_paid', period })
const saved = (own: boolean, which = secondToken): SubscriptionFact => ({
  kind: 'token_known',
  token: which,
  own,
})
const orderCancelled = (period: number): SubscriptionFact => ({
  kind: 'order_cancelled',
  period,
  who: 'shopper',
})
const refused = (period: number, number = 1, final = false): SubscriptionFact => ({
  kind: 'charge_failed',
  period,
  try: number,
  final,
})
const cancelled = tell(startedHistory(), at, { kind: 'cancel', who: 'shopper', when: 'now' })
const charging = runUntil(startedHistory(), chargeTimeOn('2026-02-28'), 'silent')
const ended = tell(charging, chargeTimeOn('2026-02-28'), refused(2, 1, true))
const paused = tell(startedHistory(), at, { kind: 'pause' })
const leaving = tell(startedHistory(), at, { kind: 'cancel', who: 'shopper', when: 'period_end' })

describe('what it is called', () => {
  test('when it is over: as it ended', () => {
    expect(subscriptionStatusOf(cancelled.sub)).toBe('cancelled')
    expect(subscriptionStatusOf(ended.sub)).toBe('ended')
  })
  test('while a charge is under way: active', () => {
    expect(subscriptionStatusOf(charging.sub)).toBe('active')
  })
  test('when its wallet is saved and nothing is paid: pending', () => {
    expect(subscriptionStatusOf(tell(newHistory(), at, saved(true)).sub)).toBe('pending_token')
  })
})

describe('its beginning', () => {
  test('is the first payment and the saved wallet, and nothing besides', () => {
    expect(typesIn(startedHistory())).toEqual(['started', 'token_set'])
  })
  test('does not come after its end', () => {
    const gone = tell(newHistory(), at, orderCancelled(1))
    expect(typesIn(tell(gone, at, paid(1)))).toEqual(['over'])
    expect(typesIn(tell(gone, at, orderCancelled(1)))).toEqual(['over'])
  })
  test('is no other period than the first', () => {
    expect(typesIn(tell(newHistory(), at, paid(2)))).toEqual([])
  })
})

describe('a period', () => {
  test('whose order is cancelled when nobody is to pay it changes nothing', () => {
    expect(typesIn(tell(startedHistory(), at, orderCancelled(2)))).toEqual(
      typesIn(startedHistory()),
    )
    expect(tell(charging, chargeTimeOn('2026-03-01'), orderCancelled(3)).sub).toEqual(charging.sub)
  })
  test('that falls out is followed by a reminder of the next', () => {
    const dropped = tell(charging, chargeTimeOn('2026-03-01'), orderCancelled(2))
    expect(lettersIn(runUntil(dropped, chargeTimeOn('2026-03-30'))).slice(-1)).toEqual([
      'renewal_soon',
    ])
    expect(lettersIn(runUntil(dropped, chargeTimeOn('2026-03-30')))).toHaveLength(
      lettersIn(charging).length + 1,
    )
  })
  test('that fails after the end owes nobody anything', () => {
    expect(typesIn(tell(cancelled, at, refused(2)))).toEqual(typesIn(cancelled))
    const left = tell(charging, chargeTimeOn('2026-02-28'), {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
    expect(tell(left, chargeTimeOn('2026-02-28'), refused(2)).events).toEqual(left.events)
  })
  test('of which nothing is due yet is not reminded of', () => {
    expect(typesIn(tell(startedHistory(), chargeTimeOn('2026-02-01'), { kind: 'time' }))).toEqual(
      typesIn(startedHistory()),
    )
  })
  test('that is asked for at the very minute passes no date', () => {
    expect(typesIn(tell(startedHistory(), chargeTimeOn('2026-02-28'), { kind: 'time' }))).toEqual([
      'started',
      'token_set',
      'period_opened',
    ])
  })
  test('whose charge is refused for good is told by the letter of the end alone', () => {
    expect(ended.jobs.slice(charging.jobs.length)).toEqual([
      { job: 'mail_subscription', letter: 'subscription_over', event: chargeTimeOn('2026-02-28') },
    ])
  })
})

describe('after the end', () => {
  test('time makes nothing happen', () => {
    for (const told of [cancelled, ended])
      expect(typesIn(tell(told, chargeTimeOn('2027-01-31'), { kind: 'time' }))).toEqual(
        typesIn(told),
      )
  })
  test('nothing can be cancelled, and no price is told', () => {
    const again: SubscriptionFact = { kind: 'cancel', who: 'merchant', when: 'now' }
    const price: SubscriptionFact = { kind: 'price_changed', price: krw(15_000) }
    const lower: SubscriptionFact = { kind: 'price_changed', price: krw(5_000) }
    expect(typesIn(tell(cancelled, at, again, price, lower))).toEqual(typesIn(cancelled))
  })
  test('the wallet that is lost is forgotten, and another one only replaces it when it is its own', () => {
    const lost = tell(cancelled, at, { kind: 'token_lost', token: firstToken })
    expect(typesIn(lost).slice(-2)).toEqual(['over', 'token_gone'])
    expect(lost.sub.token).toBeNull()
    expect(tell(lost, at, saved(false)).sub.token).toBeNull()
    expect(tell(lost, at, saved(true)).sub.token).toBe(secondToken)
  })
  test('whoever cancelled and pays what was owed all the same is not subscribed again', () => {
    const left = tell(charging, chargeTimeOn('2026-02-28'), {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
    const after = tell(left, chargeTimeOn('2026-03-01'), paid(2), saved(true))
    expect(typesIn(after)).not.toContain('revived')
    expect(subscriptionStatusOf(after.sub)).toBe('cancelled')
  })
  test('that a refusal brought, paying what was owed brings it back once', () => {
    const back = tell(ended, chargeTimeOn('2026-03-01'), paid(2))
    expect(subscriptionStatusOf(back.sub)).toBe('active')
    expect(typesIn(tell(back, chargeTimeOn('2026-03-02'), saved(true))).slice(-2)).toEqual([
      'revived',
      'token_set',
    ])
  })
  test('a period under way is dropped when it was cancelled, and only then', () => {
    const drops = ({ jobs }: typeof ended) => jobs.filter(({ job }) => job === 'drop_period')
    const left = tell(charging, chargeTimeOn('2026-02-28'), {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
    expect(drops(left)).toEqual([{ job: 'drop_period', period: 2 }])
    expect(drops(ended)).toEqual([])
    expect(drops(cancelled)).toEqual([])
    const lost = tell(charging, chargeTimeOn('2026-02-28'), {
      kind: 'token_lost',
      token: firstToken,
    })
    expect(drops(lost)).toEqual([])
    expect(lost.jobs.slice(charging.jobs.length)).toEqual([
      { job: 'mail_subscription', letter: 'subscription_over', event: chargeTimeOn('2026-02-28') },
    ])
  })
  test('by the merchant, before anything was paid, is told to the shopper', () => {
    const left = tell(newHistory(), at, { kind: 'cancel', who: 'merchant', when: 'now' })
    expect(lettersIn(left)).toEqual(['subscription_over'])
  })
})

describe('a wallet', () => {
  test('that the shopper saved elsewhere is taken when there is none', () => {
    const lacking = tell(newHistory(), at, paid(1))
    expect(tell(lacking, at, saved(false)).sub.token).toBe(secondToken)
  })
  test('that is known already is no news', () => {
    expect(typesIn(tell(startedHistory(), at, saved(true, firstToken)))).toEqual(
      typesIn(startedHistory()),
    )
  })
})

describe('what the shopper may do', () => {
  const all = ({ sub }: typeof ended) =>
    (['pause', 'resume', 'skip', 'move', 'cancel', 'stay', 'agree'] as const).filter((act) =>
      subscriptionMay[act](sub),
    )
  test.each([
    ['before it began', newHistory(), ['cancel']],
    ['while it runs', startedHistory(), ['pause', 'skip', 'move', 'cancel']],
    ['while it is paused', paused, ['resume', 'cancel']],
    ['while it leaves', leaving, ['cancel', 'stay']],
    ['while a charge is under way', charging, ['cancel']],
    ['when it is over', cancelled, []],
    ['when it ended', ended, []],
  ] as const)('%s', (_, told, acts) => expect(all(told)).toEqual(acts))

  test('choose a day whose hour of charging is still to come, up to a year from now', () => {
    const chosen = (now: typeof at, text: string) =>
      typesIn(tell(startedHistory(), now, { kind: 'move', day: dayFrom(text) })).includes('moved')
    expect(chosen(laterBy(chargeTimeOn('2026-02-10'), -MINUTE), '2026-02-10')).toBe(true)
    expect(chosen(chargeTimeOn('2026-02-10'), '2026-02-10')).toBe(false)
    expect(chosen(chargeTimeOn('2026-02-10'), '2027-02-10')).toBe(true)
    expect(chosen(laterBy(chargeTimeOn('2026-02-10'), -MINUTE), '2027-02-10')).toBe(false)
  })
  test('cancel at the end twice, and hear of it once', () => {
    const twice = tell(leaving, at, { kind: 'cancel', who: 'shopper', when: 'period_end' })
    expect(typesIn(twice)).toEqual(typesIn(leaving))
  })
  test('move, skip or pause after a reminder, and be reminded anew', () => {
    const reminded = tell(startedHistory(), chargeTimeOn('2026-02-26'), { kind: 'time' })
    expect(typesIn(reminded).at(-1)).toBe('reminded')
    const moved = tell(reminded, chargeTimeOn('2026-02-26'), {
      kind: 'move',
      day: dayFrom('2026-03-20'),
    })
    const soon = (told: typeof ended) =>
      lettersIn(told).filter((letter) => letter === 'renewal_soon').length
    expect(soon(runUntil(moved, chargeTimeOn('2026-03-19')))).toBe(2)
    const skipped = tell(reminded, chargeTimeOn('2026-02-26'), { kind: 'skip' })
    expect(soon(runUntil(skipped, chargeTimeOn('2026-03-30')))).toBe(2)
    expect(skipped.jobs).toEqual(reminded.jobs)
    expect(skipped.events.at(-1)).toMatchObject({ type: 'dates_passed', count: 1, why: 'skipped' })
    const resumed = tell(
      reminded,
      chargeTimeOn('2026-02-26'),
      { kind: 'pause' },
      { kind: 'resume' },
    )
    expect(soon(runUntil(resumed, chargeTimeOn('2026-02-27')))).toBe(2)
  })
  test('resume: a date is over from its hour on, and not a minute before', () => {
    const resumed = (now: typeof at) => tell(paused, now, { kind: 'resume' })
    const sooner = resumed(laterBy(chargeTimeOn('2026-02-28'), -MINUTE))
    expect(typesIn(sooner).slice(-2)).toEqual(['paused', 'resumed'])
    expect(subscriptionStatusOf(sooner.sub)).toBe('active')
    const later = resumed(chargeTimeOn('2026-02-28'))
    expect(later.events.at(-1)).toMatchObject({ type: 'dates_passed', count: 1, why: 'paused' })
    expect(chargeTime(later.sub, 2)).toBe(chargeTimeOn('2026-03-31'))
  })
  test('leave at the end of what is paid, without a reminder of what will not come', () => {
    expect(dueAt(leaving.sub)).toBe(chargeTimeOn('2026-02-28'))
    const last = runUntil(startedHistory('2026-01-31', { periods: 2 }), chargeTimeOn('2026-03-01'))
    expect(dueAt(last.sub)).toBe(chargeTimeOn('2026-03-31'))
  })
})

describe('a price', () => {
  const rise: SubscriptionFact = { kind: 'price_changed', price: krw(15_000) }
  test('that rises is told once', () => {
    expect(typesIn(tell(startedHistory(), at, rise, rise)).slice(2)).toEqual(['price_rises'])
  })
  test('that rises while a charge is under way applies to none before the next', () => {
    const told = tell(
      runUntil(startedHistory('2026-01-15'), chargeTimeOn('2026-02-15'), 'silent'),
      chargeTimeOn('2026-02-15'),
      rise,
    )
    expect(told.sub.rise?.from).toBe(3)
  })
  test('that rises before anything was paid applies to the second period at the earliest', () => {
    expect(tell(newHistory(), at, rise).sub.rise?.from).toBe(2)
  })
  test('applies to a charge that is a week away, and to none that is nearer', () => {
    const week = laterBy(chargeTimeOn('2026-02-28'), -7 * DAY)
    expect(tell(startedHistory(), week, rise).sub.rise?.from).toBe(2)
    expect(tell(startedHistory(), laterBy(week, 1), rise).sub.rise?.from).toBe(3)
  })
  test('that rises later leaves what is charged before as it was', () => {
    const told = tell(startedHistory(), chargeTimeOn('2026-02-25'), rise)
    const charged = runUntil(told, chargeTimeOn('2026-02-28'))
    expect(typesIn(charged)).not.toContain('price_set')
    expect(charged.sub.rise).toEqual({ price: krw(15_000), from: 3, asked: false, agreed: false })
    expect(chargesIn(charged)).toEqual(['2/1'])
  })
  test('that was agreed to early applies no earlier', () => {
    const agreed = tell(startedHistory(), chargeTimeOn('2026-02-25'), rise, { kind: 'agree' })
    expect(runUntil(agreed, chargeTimeOn('2026-03-30')).sub.terms.price).toEqual(monthlyTerms.price)
    expect(runUntil(agreed, chargeTimeOn('2026-03-31')).sub.terms.price).toEqual(krw(15_000))
  })
  test('that was agreed to need not be agreed to again', () => {
    const asked = runUntil(tell(startedHistory(), at, rise), laterBy(at, DAY))
    expect(subscriptionMay.agree(asked.sub)).toBe(true)
    const agreed = tell(asked, laterBy(at, DAY), { kind: 'agree' }, { kind: 'agree' })
    expect(subscriptionMay.agree(agreed.sub)).toBe(false)
    expect(typesIn(agreed).filter((type) => type === 'price_agreed')).toHaveLength(1)
    expect(lettersIn(runUntil(agreed, chargeTimeOn('2026-02-27'))).slice(-1)).toEqual([
      'renewal_soon',
    ])
    const paidFor = runUntil(agreed, chargeTimeOn('2026-03-01'))
    expect(paidFor.sub.terms.price).toEqual(krw(15_000))
  })
  test('that is agreed to before anybody asked is not asked about', () => {
    const agreed = tell(startedHistory(), at, rise, { kind: 'agree' })
    expect(lettersIn(runUntil(agreed, chargeTimeOn('2026-02-28')))).not.toContain('price_question')
  })
  test('is what the next period costs, from its period on and not before', () => {
    const { sub } = tell(startedHistory(), chargeTimeOn('2026-02-25'), rise)
    expect([2, 3, 4].map((period) => priceOf(sub, period).minor)).toEqual([12_000, 15_000, 15_000])
    expect(priceOf(startedHistory().sub, 2)).toEqual(monthlyTerms.price)
  })
})
