import type { SubscriptionId } from '../core/ids'
import { mayPay } from '../core/order'
import {
  chargeTime,
  evolveSubscription,
  newSubscription,
  priceOf,
  type SubscriptionLetter,
} from '../core/subscription'
import { findPlan } from '../db/goods/plans'
import { isSubscriptionMailStored, markSent, storeSubscriptionMail } from '../db/mails'
import { findOrder, findOrderOfPeriod } from '../db/orders'
import { eventsOfSubscription, type Found, findSubscription } from '../db/subscriptions'
import { composeSubscription, type SubscriptionLetterData } from '../email/compose-subscription'
import { isOneTooMany } from './one-too-many'
import type { LetterDeps } from './send-letter'

type Job = {
  readonly subscription: SubscriptionId
  readonly letter: SubscriptionLetter
  readonly event: number
}

/** Writes and sends one letter about a subscription, once for its event. */
export async function sendSubscriptionLetter(
  deps: LetterDeps,
  { subscription, letter, event }: Job,
): Promise<void> {
  const found = await findSubscription(deps.db, subscription)
  if (!found) throw new Error(`letter for a subscription that is not there: ${subscription}`)
  const recipient = found.row.customer.email
  const about = { subscriptionId: subscription, letter, eventAt: new Date(event) }
  if (
    letter === 'subscription_leaving' &&
    !(await isSubscriptionMailStored(deps.db, about)) &&
    (await isOneTooMany(deps, 'leaving', recipient))
  )
    return
  const mail = await storeSubscriptionMail(deps.db, {
    ...about,
    recipient,
    createdAt: new Date(await deps.clock.now()),
    ...composeSubscription(await dataFor(deps, found, letter, event)),
  })
  if (mail.sentAt !== null || deps.sendMail === null) return
  const { subject, html, text } = mail
  await deps.sendMail({ to: mail.recipient, subject, html, text, id: `${mail.id}.${subscription}` })
  await markSent(deps.db, mail.id, new Date(await deps.clock.now()))
}

async function dataFor(
  deps: LetterDeps,
  { row }: Found,
  letter: SubscriptionLetter,
  event: number,
): Promise<SubscriptionLetterData> {
  // The letter speaks of the moment that owed it, however late it is written.
  const sub = (await eventsOfSubscription(deps.db, row.id))
    .filter(({ at }) => at <= event)
    .reduce(evolveSubscription, newSubscription(row.id, row.terms))
  const plan = await findPlan(deps.db, row.planId)
  const { locale, customer } = row
  const shop = `${deps.shop.baseUrl}/${locale}`
  const unpaid = sub.open && (await findOrderOfPeriod(deps.db, row.id, sub.open.period))
  const order = unpaid && (await findOrder(deps.db, unpaid))
  const mayStillPay = letter === 'renewal_refused' || letter === 'subscription_over'
  return {
    letter,
    locale,
    name: customer.name,
    what: (locale === 'ko' ? plan?.line.nameKo : plan?.line.nameEn) ?? '',
    amount: letter === 'renewal_soon' ? priceOf(sub, sub.next) : sub.terms.price,
    newAmount: sub.rise?.price ?? null,
    rhythm: row.terms.rhythm,
    nextAt: sub.open?.retryAt ?? (sub.open ? null : chargeTime(sub, sub.next)),
    why: sub.over?.why ?? null,
    payUrl: mayStillPay && order && mayPay(order) ? `${shop}/orders/${order.id}` : null,
    url: `${shop}/subscriptions/${row.id}`,
    simulated: deps.simulated,
  }
}
