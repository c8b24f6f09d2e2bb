import { type BrowserAsker, isAccountOf } from '../core/asker'
import type { Instant, SubscriptionId } from '../core/ids'
import type { Locale } from '../core/locale'
import { maskedEmail } from '../core/masks'
import { chargeTime, subscriptionMay } from '../core/subscription'
import type { Db } from '../db/connection'
import { findPlan } from '../db/goods/plans'
import { findOwner } from '../db/people/owners'
import { findSubscription } from '../db/subscriptions'
import { type Leave, leaveOf } from './may-act'
import { readableEmail } from './readable-email'

export type EndView = {
  readonly id: SubscriptionId
  readonly what: string
  readonly leave: Leave
  readonly email: string
  /** The date on which it can end instead of at once; null: only at once. */
  readonly until: Instant | null
  /** The date on which it ends, as somebody wanted; null: on none. */
  readonly leavesAt: Instant | null
  /** Money for a period is asked for and has not come: that is given up with it. */
  readonly owes: boolean
}

type Ending = {
  /** Whoever asks has the account, and can see the subscription itself. */
  readonly isAccount: boolean
  /** Null: it is over. */
  readonly open: EndView | null
}

/** What ending a subscription does. */
export async function endView(
  db: Db,
  id: SubscriptionId,
  asker: BrowserAsker,
  { locale, now }: { readonly locale: Locale; readonly now: Instant },
): Promise<Ending | null> {
  const act = { kind: 'end', subscription: id } as const
  const [found, owner] = await Promise.all([findSubscription(db, id), findOwner(db, act)])
  if (!found || !owner) return null
  const { row, sub } = found
  const isAccount = isAccountOf(asker, owner)
  if (!subscriptionMay.cancel(sub)) return { isAccount, open: null }
  const plan = await findPlan(db, row.planId)
  const next = chargeTime(sub, sub.next)
  const open = {
    id,
    what: (locale === 'ko' ? plan?.line.nameKo : plan?.line.nameEn) ?? '',
    leave: await leaveOf(db, asker, owner, { act, now }),
    email: readableEmail(maskedEmail(row.customer.email)),
    until: subscriptionMay.skip(sub) ? next : null,
    leavesAt: sub.leaving ? next : null,
    owes: sub.open !== null || sub.calendar === null,
  }
  return { isAccount, open }
}
