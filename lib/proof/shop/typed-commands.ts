import { type OrderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { readEnv } from '@/lib/env'
import { shopCommand } from '@/lib/launch/shop/shop-command'
import type { TestShop } from './shop'
import { aVisitorWithACart, checkOut } from './shopper'

type Told = { readonly code: number; readonly said: string; readonly complained: string }

/** Types lines of `npm run shop --`. `answer`: of whoever sits there, or what they do before it; without one nobody does. */
export const typistOn =
  (databaseUrl: string, answer?: boolean | (() => Promise<boolean>)) =>
  async (...words: string[]): Promise<Told> => {
    const said: string[] = []
    const complained: string[] = []
    const terminal = {
      print: (text: string) => void said.push(text),
      complain: (text: string) => void complained.push(text),
      ask:
        answer === undefined ? null : async () => (typeof answer === 'boolean' ? answer : answer()),
    }
    const code = await shopCommand({ settings: readEnv({}), databaseUrl, terminal }, words)
    return { code, said: said.join('\n'), complained: complained.join('\n') }
  }

export type NumberedOrder = {
  readonly id: OrderId
  readonly number: string
  readonly reference: string
}

/** An order that is on its way to the wallet, by the names that people type. */
export async function aNumberedOrder(shop: TestShop): Promise<NumberedOrder> {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  return { id, reference, number: (await findOrderRow(shop.deps.db, id))?.number ?? '' }
}

/** The same, and ₩15,000 came for it. */
export async function aPaidNumberedOrder(shop: TestShop): Promise<NumberedOrder> {
  const order = await aNumberedOrder(shop)
  await shop.press(order.reference, 'Approve without returning')
  await shop.advance(10 * SECOND)
  return order
}
