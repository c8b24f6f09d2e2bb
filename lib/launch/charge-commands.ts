import { firstLetters } from '@/lib/core/graphemes'
import { parseWon } from '@/lib/core/typed/count'
import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { asLine, foldedNumber } from '@/lib/core/typed/text'
import { createDeps } from '@/lib/deps'
import type { Env } from '@/lib/env'
import { findOrderId } from '@/lib/flows/order/find-order'
import { chargeForReason } from '@/lib/flows/saved/charge-saved'
import { changePlanPrice } from '@/lib/flows/subscription/change-plan-price'

const CHARGE_USAGE =
  'Say which, how much in won, and why: npm run charge -- 20261123-4F7K 4000 "Extra insurance".'
const PRICE_USAGE =
  'Say which plan, and how much in won: npm run plan-price -- corn-tea-weekly 6200.'

const sentences = {
  no_wallet: 'has no saved wallet that could be charged.',
  limit: 'has been charged as often today as UNSCHEDULED_PER_DAY allows.',
  unknown: 'was not placed by anybody with an account.',
  sold_out: 'holds what is sold out.',
  changed: 'has changed.',
} as const

/** Charges the saved wallet of the shopper who placed an order, for a reason that the shopper reads. */
export async function chargeCommand(
  settings: Env,
  databaseUrl: string,
  [typed = '', amount = '', ...words]: readonly string[],
): Promise<number> {
  const number = parseOrderNumber(typed)
  const won = parseWon(amount)
  const reason = firstLetters(asLine(words.join(' ')), 200)
  if (number === null || won === null || reason === '') return complain(CHARGE_USAGE)
  const shop = createDeps({ ...settings, databaseUrl })
  try {
    const order = await findOrderId(shop, number)
    if (!order) return complain(`There is no order ${number}.`)
    const input = { order, amount: won, reason, checkoutId: shop.newId() }
    const charged = await chargeForReason(shop, input)
    if (charged.kind !== 'charged') return complain(`Order ${number} ${sentences[charged.kind]}`)
    console.log(`Charged: ${shop.shop.baseUrl}/ko/orders/${charged.order}. The webhook decides.`)
    return 0
  } finally {
    await shop.db.destroy()
  }
}

/** What a plan costs from now on. */
export async function planPriceCommand(
  settings: Env,
  databaseUrl: string,
  [typed = '', amount = '']: readonly string[],
): Promise<number> {
  const plan = foldedNumber(typed).toLowerCase()
  const won = parseWon(amount)
  if (plan === '' || won === null) return complain(PRICE_USAGE)
  const shop = createDeps({ ...settings, databaseUrl })
  try {
    const told = await changePlanPrice(shop, plan, won)
    if (told === null)
      return complain(`There is no plan ${plan}, or ${won} cannot be divided by its pieces.`)
    console.log(`${plan} costs ${won} won. Subscriptions that were told: ${told}.`)
    return 0
  } finally {
    await shop.db.destroy()
  }
}

function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
