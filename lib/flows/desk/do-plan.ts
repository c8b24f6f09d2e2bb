import type { DeskAsker } from '@/lib/core/asker'
import type { PlannedAct } from '@/lib/core/desk/planned-act'
import type { GoodsProblem } from '@/lib/core/goods/means'
import type { Order } from '@/lib/core/order'
import type { Deps } from '../deps'
import { cancelLines } from '../order/cancel-lines'
import { cancelOrder } from '../order/cancel-order'
import { decideClaim, withdrawClaim } from '../order/decide-claim'
import { openClaim } from '../order/open-claim'
import { type GivenBack, noteHandback, refundOrder, tryRefundAgain } from '../order/refund-order'
import { sendElsewhere } from '../order/send-elsewhere'
import { sendParcel } from '../order/send-parcel'
import { loseParcel, moveParcel } from '../order/tell-of-parcel'
import { mailAgain, writeNote, writeToShopper } from '../order/write-about'
import { chargeForReason } from '../saved/charge-saved'

/** What became of it. `gone`: there is no such thing any more. */
export type DonePlan =
  | 'done'
  | 'known'
  | 'may_not'
  | 'changed'
  | 'too_much'
  | 'nothing_to_do'
  | 'gone'
  | 'no_wallet'
  | 'limit'
  | GoodsProblem

/** Does what a person of the shop typed on the page of an act, by the flow that commands go through too. */
export async function doPlan(
  deps: Deps,
  asker: DeskAsker,
  { id }: Order,
  plan: PlannedAct,
): Promise<DonePlan> {
  switch (plan.act) {
    case 'refund': {
      const { wish, amount, why: reason } = plan
      return ofMoney(await refundOrder(deps, asker, id, { wish, amount, reason }))
    }
    case 'handback': {
      const { note, amount, why: reason } = plan
      return ofMoney(await noteHandback(deps, asker, id, { note, amount, reason }))
    }
    case 'try_again': {
      const told = await tryRefundAgain(deps, asker, id, plan.wish)
      return told === 'asked' ? 'done' : told === 'nothing' ? 'nothing_to_do' : told
    }
    case 'cancel': {
      const told = await cancelOrder(deps, asker, id, plan.why)
      return told === 'cancelled' ? 'done' : (told ?? 'gone')
    }
    case 'cancel_lines': {
      const { wish, pieces, delivery, why: reason } = plan
      const lines = { wish, pieces, delivery, reason, agreed: null }
      return (await cancelLines(deps, asker, id, lines)) ?? 'gone'
    }
    case 'send':
      return (await sendParcel(deps, asker, id, plan)) ?? 'gone'
    case 'move':
      return (await moveParcel(deps, asker, id, plan)) ?? 'gone'
    case 'lose':
      return (await loseParcel(deps, asker, id, plan)) ?? 'gone'
    case 'open_claim':
      return (await openClaim(deps, asker, id, plan)) ?? 'gone'
    case 'refuse_claim': {
      const { claim, why: reason } = plan
      const fact = { kind: 'claim_refused', claim, reason } as const
      return (await decideClaim(deps, asker, id, fact)) ?? 'gone'
    }
    case 'withdraw_claim':
      return (await withdrawClaim(deps, asker, id, plan.claim, plan.why)) ?? 'gone'
    case 'arrived': {
      const { claim, sellable, damaged, why } = plan
      const fact = { kind: 'claim_arrived', claim, sellable, damaged } as const
      return (await decideClaim(deps, asker, id, fact, why)) ?? 'gone'
    }
    case 'settle': {
      const { claim, remedy, wayBack, wayThere, why } = plan
      const fact = { kind: 'claim_settled', claim, remedy, wayBack, wayThere } as const
      return (await decideClaim(deps, asker, id, fact, why)) ?? 'gone'
    }
    case 'charge': {
      const { wish: checkoutId, amount, why: reason } = plan
      const input = { order: id, amount: amount.minor, reason, checkoutId }
      const { kind } = await chargeForReason(deps, asker, input)
      return kind === 'charged' ? 'done' : kind === 'unknown' ? 'gone' : kind
    }
    case 'address':
      return (await sendElsewhere(deps, asker, id, plan)) ?? 'gone'
    case 'note':
      return (await writeNote(deps, asker, id, plan)) ?? 'gone'
    case 'write':
      return (await writeToShopper(deps, asker, id, plan)) ?? 'gone'
    case 'letter_again':
      return (await mailAgain(deps, asker, id, plan)) ?? 'gone'
  }
}

function ofMoney(told: GivenBack | null): DonePlan {
  switch (told?.kind) {
    case 'done':
    case 'may_not':
    case 'changed':
      return told.kind
    case 'same':
      return 'known'
    case 'more_than_left':
    case 'no_amount':
      return 'too_much'
    default:
      return 'gone'
  }
}
