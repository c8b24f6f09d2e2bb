import { setTimeout as sleep } from 'node:timers/promises'
import { parseOrderId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { createDeps } from '@/lib/deps'
import { readEnv } from '@/lib/env'
import { refundOrder } from '@/lib/flows/order/refund-order'

/** Those who work in the shop, on a machine that nobody kills, with a database that somebody does. */
export type PeopleOfTheShop = {
  paymentOf(order: string): Promise<string>
  /** Gives a third back. The same name twice is the same form. */
  refund(order: string, name: string): Promise<void>
  close(): Promise<void>
}

const TRIES = 60

export function peopleOfTheShop(settings: Readonly<Record<string, string>>): PeopleOfTheShop {
  const deps = createDeps(readEnv(settings), () => undefined)
  deps.pool.on('error', () => undefined)
  const row = async (order: string) => {
    const { rows } = await deps.pool.query<{ amount: number; payment: string }>(
      `select o.amount::int, p.payment from orders o join attempts a on a.order_id = o.id
       join payments p on p.attempt_id = a.id where o.id = $1`,
      [order],
    )
    const [found] = rows
    if (!found) throw new Error(`no payment of ${order}`)
    return found
  }
  return {
    paymentOf: (order) => insist(async () => (await row(order)).payment),
    refund: (order, name) =>
      insist(async () => {
        const { amount } = await row(order)
        const id = parseOrderId(order)
        if (id === null) throw new Error(`no order ${order}`)
        const wish = wishId(`${order} ${name}`)
        const won = krw(Math.floor(amount / 3))
        await refundOrder(deps, { kind: 'merchant' }, id, { wish, amount: won, reason: name })
      }),
    close: async () => {
      await deps.db.destroy()
    },
  }
}

/** The form is sent again until there is an answer. */
async function insist<T>(once: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await once()
    } catch (error) {
      if (tried === TRIES) throw error
      await sleep(1_000)
    }
  }
}
