import { setTimeout as sleep } from 'node:timers/promises'
import type { Remedy } from '@/lib/core/goods/goods'
import type { Pieces } from '@/lib/core/goods/lines'
import { claimId, lineId, type OrderId, parseOrderId, wishId } from '@/lib/core/ids'
import { krw, noMoney } from '@/lib/core/money'
import { createDeps } from '@/lib/deps'
import { readEnv } from '@/lib/env'
import { decideClaim } from '@/lib/flows/order/decide-claim'
import { openClaim } from '@/lib/flows/order/open-claim'
import { refundOrder } from '@/lib/flows/order/refund-order'
import { sendParcel } from '@/lib/flows/order/send-parcel'

/** Those who work in the shop, on a machine that nobody kills, with a database that somebody does. */
export type PeopleOfTheShop = {
  paymentOf(order: string): Promise<string>
  /** Gives a third back. The same name twice is the same form. */
  refund(order: string, name: string): Promise<void>
  /** Sends one piece, and then whatever is left. Said anew until it is known, a parcel leaves once. */
  send(order: string): Promise<void>
  /** A faulty piece is claimed, arrives and is settled, each of it by two at once. */
  takeBack(order: string, remedy: Remedy): Promise<void>
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
        const id = idOf(order)
        const wish = wishId(`${order} ${name}`)
        const won = krw(Math.floor(amount / 3))
        await refundOrder(deps, person, id, { wish, amount: won, reason: name })
      }),
    send: async (order) => {
      const id = idOf(order)
      const parcel = (digits: string, pieces: Pieces | null) =>
        sendParcel(deps, person, id, {
          pieces,
          tracking: { carrier: 'CJ대한통운', number: digits },
          despite: null,
        })
      await insist(() => parcel('100000000001', piece))
      await twice(() => parcel('100000000002', null))
    },
    takeBack: async (order, remedy) => {
      const id = idOf(order)
      const claim = claimId(`claim ${order}`)
      const asked = { claim, pieces: piece, ground: 'faulty', remedy, words: '' } as const
      const arrival = { kind: 'claim_arrived', claim, sellable: piece, damaged: [] } as const
      const end = {
        kind: 'claim_settled',
        claim,
        remedy,
        wayBack: noMoney,
        wayThere: noMoney,
      } as const
      await twice(() => openClaim(deps, person, id, asked))
      await twice(() => decideClaim(deps, person, id, arrival))
      await twice(() => decideClaim(deps, person, id, end))
    },
    close: async () => {
      await deps.db.destroy()
    },
  }
}

const person = { kind: 'merchant' } as const
const piece: Pieces = [{ line: lineId(1), quantity: 1 }]

function idOf(order: string): OrderId {
  const id = parseOrderId(order)
  if (id === null) throw new Error(`no order ${order}`)
  return id
}

const twice = <T>(once: () => Promise<T>) => Promise.all([insist(once), insist(once)])

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
