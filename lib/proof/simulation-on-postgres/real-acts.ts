import { DAY, dayOf } from '@/lib/core/calendar'
import {
  HOUR,
  laterBy,
  MINUTE,
  type OrderId,
  type SavedMethodId,
  type ShopperId,
  type SubscriptionId,
} from '@/lib/core/ids'
import { findPlanFor } from '@/lib/db/goods/plans'
import { receiveNotification } from '@/lib/flows/notification/receive-notification'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { buyAgain } from '@/lib/flows/saved/charge-saved'
import { removeSaved } from '@/lib/flows/saved/remove-saved'
import {
  changeSubscription,
  type SubscriptionChange,
} from '@/lib/flows/subscription/change-subscription'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import { askerWith, cancelOwnOrder } from '@/lib/proof/shop/shopper'
import { aShopper, customer, monthlyForm } from '@/lib/proof/shop/subscriber'
import { cover } from '@/lib/proof/simulation/world'
import { goodsAnyhow, goodsGoOn, someCart } from './real-goods-acts'
import {
  dueJobs,
  type RealHistory,
  renew,
  runWithCrashes,
  tellAll,
  workJob,
  workOffAll,
  workTwoJobs,
} from './real-history'
import {
  applyParked,
  callOffThere,
  disputeThere,
  handBack,
  refundFails,
  refundThere,
  sendDespite,
  wishForRefund,
} from './real-money-acts'

/* What happens to orders and subscriptions; what happens to money that came, and to goods, is in files of their own. */

/** One thing that happens. Each looks for something to act on, and does nothing when there is none. */
type Act = (real: RealHistory) => Promise<void>

const query = async <Row>(
  { shop }: RealHistory,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => (await shop.deps.pool.query(sql, values)).rows as Row[]

const pick = <T>({ random }: RealHistory, list: readonly T[]): T | undefined =>
  list[random.below(list.length)]

const buy: Act = async (real) => {
  const input = await someCart(real)
  const presses = real.random.once(4) ? 2 : 1
  await runWithCrashes(real, 'buy', (deps) =>
    Promise.all(Array.from({ length: presses }, () => startPayment(deps, input))),
  )
  const made = await query<{ id: string }>(real, 'select id from orders where checkout_id = $1', [
    input.checkoutId,
  ])
  real.orders.push(...made.map(({ id }) => id))
}

/** What comes after the money is what most of these histories are about, so it often comes. */
const buyAndPay: Act = async (real) => {
  const known = real.orders.length
  await buy(real)
  for (const order of real.orders.slice(known)) await approve(real, order)
}

async function approve(real: RealHistory, order: string): Promise<void> {
  const [open] = await query<{ reference: string }>(
    real,
    `select a.reference from attempts a join simulator.payments p on p.reference = a.reference
     where a.order_id = $1`,
    [order],
  )
  if (!open) return
  await real.shop.press(open.reference, 'Approve').catch(() => null)
  await tellAll(real)
  await workOffAll(real)
}

const begin: Act = async (real) => {
  const known = real.random.once(4) ? pick(real, real.subscriptions)?.shopper : undefined
  const email = `${real.shop.deps.newId()}@example.com`
  const shopper = known ? (known as ShopperId) : await aShopper(real.shop, email)
  const plan = real.random.oneOf(['corn-tea-weekly', 'chrysanthemum-monthly'] as const)
  // What the page would say: the first price once, then the usual one.
  const found = await findPlanFor(real.shop.deps.db, shopper, plan)
  if (!found) throw new Error(`no plan ${plan}`)
  const prices = {
    total: found.terms.firstPrice.minor,
    price: found.terms.price.minor,
  }
  const who = { ...customer, email }
  const input = {
    ...monthlyForm,
    ...prices,
    plan,
    customer: who,
    shopper,
    visitor: real.shop.deps.newId(),
  }
  await runWithCrashes(real, 'subscribe', (deps) => subscribe(deps, input))
  const made = await query<{ id: string; order: string }>(
    real,
    `select s.id, o.id as "order" from subscriptions s join orders o on o.subscription_id = s.id
     where s.shopper = $1 and o.period = 1 and not o.id = any($2)`,
    [shopper, real.orders],
  )
  for (const { id, order } of made) {
    real.subscriptions.push({ id, shopper })
    real.orders.push(order)
    if (!real.random.once(3)) await approve(real, order)
  }
}

const tryAgain: Act = async (real) => {
  const order = pick(real, real.orders) as OrderId | undefined
  if (!order) return
  const [row] = await query<{ count: number; shopper: ShopperId | null }>(
    real,
    `select shopper, (select count(*)::int from attempts where order_id = orders.id) as count
     from orders where id = $1`,
    [order],
  )
  const number = (row?.count ?? 0) + (real.random.once(4) ? 0 : 1)
  if (number === 0 || number > 8) return
  await runWithCrashes(real, 'try again', (deps) =>
    payAgain(deps, askerWith({ shopper: row?.shopper ?? null }), {
      order,
      number,
      method: 'kakaopay',
    }),
  )
}

const buttons = [
  'Approve',
  'Approve',
  'Approve without returning',
  'Refuse',
  'Cancel',
  'Fail with an error',
  'Leave pending',
  'Cancel, then approve in the app',
  'Close the window',
] as const

const wallet: Act = async (real) => {
  const open = await query<{ reference: string; token: string }>(
    real,
    `select a.reference, a.return_token as token from attempts a
     join simulator.payments p on p.reference = a.reference
     where p.status = 'open' and a.order_id = any($1)`,
    [real.orders],
  )
  const one = pick(real, open)
  if (!one) return
  const button = real.random.oneOf(buttons)
  cover(real.coverage, `wallet/${button}`)
  const url = await real.shop.press(one.reference, button).catch(() => null)
  const redirectResult = url && new URL(url).searchParams.get('redirectResult')
  if (redirectResult) real.returnLinks.push({ token: one.token, redirectResult })
}

const comeBack: Act = async (real) => {
  const way = pick(real, real.returnLinks)
  const other = pick(real, real.returnLinks)
  if (!way || !other) return
  const result = real.random.once(12) ? other.redirectResult : way.redirectResult
  await runWithCrashes(real, 'come back', (deps) => finishPayment(deps, way.token, result))
}

const deliver: Act = async (real) => {
  cover(real.coverage, 'act/deliver')
  await real.shop.simulator.deliverDue()
}

const work: Act = async (real) => {
  const due = await dueJobs(real)
  const [job, other] = [pick(real, due), pick(real, due)]
  if (job && other && job !== other) await workTwoJobs(real, job, other)
  else if (job) await workJob(real, job)
}

/** Somebody invents news of a payment, or Adyen tells us what is meant for another. */
const forge: Act = async (real) => {
  const { random, shop } = real
  const [attempt] = await query<{ reference: string; amount: number }>(
    real,
    'select reference, amount::int from attempts where order_id = any($1) order by random() limit 1',
    [real.orders],
  )
  if (!attempt) return
  const { reference, amount } = attempt
  const eventCode = random.oneOf(['AUTHORISATION', 'OFFER_CLOSED'] as const)
  const how = random.oneOf(['unsigned', 'wrong account', 'wrong amount', 'live'] as const)
  cover(real.coverage, `forged/${how}`)
  if (how === 'unsigned') {
    const item = {
      eventCode,
      success: 'true',
      pspReference: shop.deps.newId(),
      merchantReference: reference,
      merchantAccountCode: shop.deps.shop.merchantAccount,
      amount: { currency: 'KRW', value: amount },
      eventDate: '2026-01-01T00:00:00+01:00',
      additionalData: { hmacSignature: 'bm8=' },
    }
    const notificationItems = [{ NotificationRequestItem: item }]
    const body = JSON.stringify({ live: 'false', notificationItems })
    const delivered = { body, authorization: null, mostItems: 1 }
    if ((await receiveNotification(shop.deps, delivered)) !== 'wrong_signature')
      throw new Error('a notification that nobody signed was let in')
    return
  }
  const wrong = {
    'wrong account': { merchantAccountCode: 'SomebodyElse' },
    'wrong amount': { amount: { currency: 'KRW', value: amount + 1 } },
    live: { live: 'true' },
  }[how]
  const success = eventCode === 'OFFER_CLOSED'
  await shop.control('notifications', { reference, eventCode, success, ...wrong })
}

const pauses = [
  1_000,
  31_000,
  5 * MINUTE,
  71 * MINUTE,
  6 * HOUR,
  30 * HOUR,
  4 * DAY,
  8 * DAY,
  33 * DAY,
] as const

const wait: Act = async (real) => {
  cover(real.coverage, 'act/wait')
  const pause = real.random.once(3) ? real.random.oneOf(pauses) : 1_000
  if (pause > 8 * DAY) await tellAll(real)
  await real.shop.deps.clock.advance(pause)
}

/** The next date of a subscription comes, whatever it brings: a reminder, a charge, an end. */
const period: Act = async (real) => {
  const ids = real.subscriptions.map(({ id }) => id)
  const due = `select (extract(epoch from min(due_at)) * 1000)::bigint as at from subscriptions
    where id = any($1)`
  const [next] = await query<{ at: number | null }>(real, due, [ids])
  if (!next?.at) return
  await tellAll(real)
  const { clock } = real.shop.deps
  await clock.advance(Math.max(0, next.at - (await clock.now())) + 1)
  await renew(real)
  for (const job of await dueJobs(real)) if (job.name === 'charge_period') await workJob(real, job)
}

const people: Act = async (real) => {
  const order = pick(real, real.orders) as OrderId | undefined
  if (!order) return
  if (real.random.once(3)) {
    const isShopper = real.random.once(2)
    return runWithCrashes(real, 'cancel', (deps) =>
      isShopper ? cancelOwnOrder(deps, order) : cancelOrder(deps, { kind: 'merchant' }, order),
    )
  }
  const [row] = await query<{ number: string }>(real, 'select number from orders where id = $1', [
    order,
  ])
  await runWithCrashes(real, 'send', (deps) =>
    recordParcel(deps, { kind: 'merchant' }, row?.number ?? '', { kind: 'sent', tracking: 'CJ 1' }),
  )
}

const owner: Act = async (real) => {
  const one = pick(real, real.subscriptions)
  if (!one) return
  const { random, shop } = real
  const now = await shop.deps.clock.now()
  const input = random.oneOf<SubscriptionChange>([
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'resume' },
    { kind: 'skip' },
    { kind: 'stay' },
    { kind: 'agree' },
    { kind: 'move', day: dayOf(laterBy(now, 3 * DAY)) },
    { kind: 'cancel', who: 'shopper', when: random.once(3) ? 'now' : 'period_end' },
  ])
  const { id, shopper } = one as { id: SubscriptionId; shopper: ShopperId }
  await runWithCrashes(real, `owner ${input.kind}`, (deps) =>
    changeSubscription(deps, askerWith({ shopper }), { id, change: input }),
  )
}

const walletGone: Act = async (real) => {
  const one = pick(real, real.subscriptions)
  if (!one || !real.random.once(3)) return
  if (real.random.once(2)) {
    cover(real.coverage, 'act/unlink')
    await real.shop.control('tokens/unlink', { shopperReference: one.shopper })
    return
  }
  const [row] = await query<{ id: SavedMethodId }>(
    real,
    'select id from saved_methods where shopper = $1 limit 1',
    [one.shopper],
  )
  if (row)
    await runWithCrashes(real, 'remove', (deps) =>
      removeSaved(deps, askerWith({ shopper: one.shopper as ShopperId }), row.id),
    )
}

const again: Act = async (real) => {
  const [row] = await query<{ id: OrderId; shopper: ShopperId; amount: number }>(
    real,
    `select id, shopper, amount::int from orders where id = any($1) and shopper is not null
     and status = 'paid' and subscription_id is null limit 1`,
    [real.orders],
  )
  if (!row) return
  const input = {
    order: row.id,
    shopper: row.shopper,
    total: row.amount,
    checkoutId: real.shop.deps.newId(),
    network: '192.0.2.1',
  }
  await runWithCrashes(real, 'buy again', (deps) => buyAgain(deps, input))
}

const charges: Act = async (real) => {
  const result = real.random.oneOf(['Refused', 'Refused', 'Pending', 'Error', 'Received'] as const)
  cover(real.coverage, `charges/${result}`)
  const refusalCode = real.random.once(6) ? '50' : '12'
  await real.shop.control('charges', { result, refusalCode, times: 1 + real.random.below(3) })
}

const trouble: Act = async (real) => {
  const on = real.random.oneOf(['payments', 'details', 'refunds', 'payments'] as const)
  const kind = real.random.oneOf([
    'reset_after_commit',
    'error_500',
    'truncated_body',
    'too_many',
  ] as const)
  cover(real.coverage, `fault/${kind} on ${on}`)
  await real.shop.control('faults', { on, kind, times: 1 + real.random.below(2) })
}

/** What is named more often happens more often. */
export const realActs: readonly [Act, ...Act[]] = [
  buy,
  buyAndPay,
  buyAndPay,
  buyAndPay,
  begin,
  begin,
  tryAgain,
  wallet,
  wallet,
  wallet,
  wallet,
  comeBack,
  comeBack,
  deliver,
  deliver,
  work,
  work,
  work,
  work,
  work,
  renew,
  period,
  period,
  period,
  period,
  wait,
  wait,
  wait,
  people,
  owner,
  walletGone,
  again,
  charges,
  trouble,
  forge,
  wishForRefund,
  wishForRefund,
  wishForRefund,
  wishForRefund,
  handBack,
  applyParked,
  applyParked,
  sendDespite,
  refundThere,
  refundThere,
  refundThere,
  callOffThere,
  refundFails,
  refundFails,
  disputeThere,
  disputeThere,
  disputeThere,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsGoOn,
  goodsAnyhow,
  goodsAnyhow,
  goodsAnyhow,
  goodsAnyhow,
]
