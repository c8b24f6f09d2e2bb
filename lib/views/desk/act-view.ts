import { isPossible, type OrderAct } from '@/lib/core/desk/order-acts'
import { planAct } from '@/lib/core/desk/plan-act'
import {
  type ActMistakes,
  factOf,
  type PlannedAct,
  problemOfPlan,
} from '@/lib/core/desk/planned-act'
import {
  type Foresight,
  foresee,
  foreseeSubscription,
  type SubscriptionForesight,
} from '@/lib/core/foresight'
import type { Instant } from '@/lib/core/ids'
import type { Db } from '@/lib/db/connection'
import { listDaysOff } from '@/lib/db/days-off'
import { findSubscription } from '@/lib/db/subscriptions'
import type { DeskOrder } from './desk-order'

/** What an act that was typed will do to goods, money and mail. */
export type ActPreview = {
  readonly plan: PlannedAct
  /** Null: the order hears nothing of it. */
  readonly foresight: Foresight | null
  readonly subscription: { readonly becomes: SubscriptionForesight; readonly plan: string } | null
}

export type ActView =
  /** There is nothing of the kind to do. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'form'; readonly mistakes: ActMistakes }
  | ({ readonly kind: 'preview' } & ActPreview)

type Asked = {
  readonly act: OrderAct
  /** What was typed; null: nothing yet. */
  readonly fields: Readonly<Record<string, string>> | null
  readonly now: Instant
}

/** The page of one act: its form, or what it will do before its last button. */
export async function actView(
  db: Db,
  { order, row }: DeskOrder,
  { act, fields, now }: Asked,
): Promise<ActView> {
  if (!isPossible(act, order, row.shopper !== null)) return { kind: 'impossible' }
  if (fields === null) return { kind: 'form', mistakes: {} }
  const read = planAct(act, fields, order)
  if ('mistakes' in read) return { kind: 'form', mistakes: read.mistakes }
  const { plan } = read
  const daysOff = plan.act === 'open_claim' ? await listDaysOff(db) : []
  const problem = problemOfPlan(plan, order, { now, daysOff })
  if (problem !== null) return { kind: 'form', mistakes: { [placeOf(plan)]: problem } }
  const fact = factOf(plan, daysOff)
  const foresight = fact && foresee(order, fact, now)
  if (foresight?.isNothing) return { kind: 'form', mistakes: { '': 'nothing_to_do' } }
  const found = foresight && row.subscriptionId && (await findSubscription(db, row.subscriptionId))
  return {
    kind: 'preview',
    plan,
    foresight,
    subscription:
      found && foresight
        ? {
            becomes: foreseeSubscription(found.sub, row.period, foresight.after),
            plan: found.row.planId,
          }
        : null,
  }
}

/** The field that a problem of the whole is said beside. */
const placeOf = ({ act }: PlannedAct): string =>
  act === 'send' || act === 'cancel_lines' || act === 'open_claim' || act === 'arrived'
    ? 'lines'
    : ''
