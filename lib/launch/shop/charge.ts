import { formatMoney, krw } from '@/lib/core/money'
import { parseWon } from '@/lib/core/typed/count'
import { foldedNumber } from '@/lib/core/typed/text'
import { findPlan, firstPriceAt } from '@/lib/db/goods/plans'
import { listAliveOfPlan } from '@/lib/db/subscriptions'
import { chargeForReason } from '@/lib/flows/saved/charge-saved'
import { changePlanPrice } from '@/lib/flows/subscription/change-plan-price'
import {
  type Command,
  DONE,
  findTypedOrder,
  isAgreed,
  merchant,
  ONLY_SHOWN,
  quoted,
  refused,
  sentenceOf,
  type Till,
  type Typed,
} from './command'
import { typedWish } from './wish'

const sentences = {
  no_wallet: 'has no saved wallet that could be charged.',
  limit: 'has been charged as often today as UNSCHEDULED_PER_DAY allows.',
  unknown: 'was not placed by anybody with an account.',
  sold_out: 'holds what is sold out.',
  changed: 'has changed.',
  may_not: 'is not yours to charge.',
} as const

export const chargeCommands: readonly Command[] = [
  {
    usage: 'charge <number> <amount> "<reason>"',
    does: 'charges the KakaoPay that the shopper of an order has saved, for a reason that the shopper reads',
    options: ['wish', 'yes'],
    run: charge,
  },
  {
    usage: 'plan-price <plan> <amount>',
    does: 'what a plan costs from now on; who has subscribed pays less at once, and more only after agreeing',
    options: ['yes'],
    run: changePrice,
  },
]

/** Charges the saved wallet of the shopper who placed an order. The wish's id makes it once-only. */
async function charge(till: Till, typed: Typed): Promise<number> {
  const [number, amount = '', words] = typed.words
  const found = await findTypedOrder(till, number)
  if (!found) return 1
  const won = parseWon(amount)
  const reason = sentenceOf(words)
  if (won === null) return refused(till, `"${amount}" is no amount in whole won.`)
  if (reason === '') return refused(till, 'Say why, in words that the shopper reads.')
  const wish = typedWish(till, typed)
  if (wish === null) return 1
  const lines = [
    `Charge ${formatMoney(krw(won))} to the KakaoPay that the shopper of order ${found.number} has saved:`,
    `  Money         another order over ${formatMoney(krw(won))}; KakaoPay is asked at once, and Adyen's news decides.`,
    `  Letters       a receipt to the shopper, once it is paid.`,
    `  The shopper reads: ${reason}`,
    `  Only once     --wish ${wish}`,
  ]
  const again = `charge ${found.number} ${won} ${quoted(reason)} --wish ${wish}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const input = { order: found.id, amount: won, reason, checkoutId: wish }
  const charged = await chargeForReason(till.shop, merchant, input)
  if (charged.kind !== 'charged')
    return refused(till, `Order ${found.number} ${sentences[charged.kind]}`)
  const { baseUrl } = till.shop.shop
  till.print(`Charged: ${baseUrl}/ko/orders/${charged.order}. The webhook decides.`)
  return DONE
}

async function changePrice(till: Till, typed: Typed): Promise<number> {
  const [name = '', amount = ''] = typed.words
  const id = foldedNumber(name).toLowerCase()
  const plan = await findPlan(till.shop.db, id)
  if (!plan) return refused(till, `There is no plan ${id}.`)
  const won = parseWon(amount)
  if (won === null) return refused(till, `"${amount}" is no amount in whole won.`)
  const { quantity } = plan.line
  if (won % quantity !== 0)
    return refused(till, `${won} won cannot be divided by its ${quantity} pieces.`)
  const alive = await listAliveOfPlan(till.shop.db, id)
  const { price, firstPrice } = plan.terms
  const first = firstPriceAt(plan.terms, won)
  const isSame = first === firstPrice.minor
  const until = isSame ? 'as until now' : `and ${formatMoney(firstPrice)} until now`
  const lines = [
    `Plan ${id} costs ${formatMoney(krw(won))} from now on, and ${formatMoney(price)} until now:`,
    `  Subscriptions ${alive.length} of it run. ${becomes(won, price.minor)}`,
    `  First price   ${formatMoney(krw(first))}, ${until}. For whoever subscribes from now on.`,
  ]
  const again = `plan-price ${id} ${won}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const told = await changePlanPrice(till.shop, merchant, id, won)
  till.print(`${id} costs ${won} won. Subscriptions that were told: ${told ?? 0}.`)
  return DONE
}

const becomes = (won: number, before: number) =>
  won > before
    ? 'Each shopper is asked by letter, and pays more only after agreeing.'
    : 'They pay the new price from their next delivery on.'
