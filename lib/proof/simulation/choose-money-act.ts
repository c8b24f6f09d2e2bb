import { type DisputeStep, disputeLadder } from '@/lib/core/dispute'
import { cancelEventCodes, lostEventCodes } from './fake-adyen'
import { disputeNames } from './fake-money'
import type { MoneyAct } from './money-acts'
import type { Random } from './random'
import type { World } from './world'

// Of a price of 15,000: the smallest part, a third, half, all, and what cannot be.
const PRICE = 15_000
const sums = [1, 5_000, 7_500, PRICE, 15_001] as const
// What people draw with their forms: few, so that one comes twice.
const FORMS = 4

/** What people of the shop, at Adyen and at banks do next with money that came. */
export function chooseMoneyAct({ shop, adyen }: World, random: Random): MoneyAct {
  const won = random.oneOf(sums)
  const order = random.below(shop.orders.size)
  const payment = random.below(adyen.payments.length)
  switch (random.below(8)) {
    case 0:
    case 1:
      return { act: 'wish', order, wish: random.below(FORMS), won }
    case 2:
      return { act: 'hand_back', order, note: random.below(FORMS), won }
    case 3:
    case 4:
      return { act: 'refund_there', payment, won, announced: random.once(4) }
    case 5:
      return callOff(random, payment, won)
    default:
      return dispute(adyen, random, payment, won)
  }
}

function callOff(random: Random, payment: number, won: number): MoneyAct {
  const event = random.once(3) ? random.oneOf(lostEventCodes) : random.oneOf(cancelEventCodes)
  const part = random.once(2) ? won : null
  return { act: 'call_off', payment, event, part, namesAmount: random.once(2) }
}

const nextMoney = (steps: readonly DisputeStep[]): DisputeStep => {
  if (!steps.includes('taken')) return 'taken'
  return steps.includes('returned') ? 'taken_again' : 'returned'
}

function dispute(
  { disputes, payments }: World['adyen'],
  random: Random,
  payment: number,
  won: number,
): MoneyAct {
  const going = random.below(disputes.length)
  const known = disputes[going]
  const isNew = known === undefined || random.once(3)
  const of = payments.findIndex(({ psp }) => psp === known?.payment)
  const name = random.once(3) ? random.oneOf(disputeNames) : 'payment'
  const step = random.once(3) ? random.oneOf(disputeLadder) : nextMoney(isNew ? [] : known.steps)
  const which = isNew ? { payment, dispute: disputes.length } : { payment: of, dispute: going }
  // Mostly it is about the whole payment, and then there is nothing left to give back until it is won.
  return { act: 'dispute', ...which, won: random.once(3) ? won : PRICE, step, name }
}
