import type { OrderId } from '@/lib/core/ids'
import { type Build, by } from './open-build'

/** What is left of a life, without what differs from one to the next. */
export type Lived = {
  readonly events: readonly string[]
  readonly letters: readonly string[]
  readonly ends: readonly string[]
}

/** Who does the beat with this number. */
type Whose = (beat: number) => Build

/** An order is placed, paid, told of, cancelled and given back: six beats, each by whichever build it is the turn of. */
export async function liveOrder(whose: Whose): Promise<Lived> {
  const { shopping } = whose(0)
  const order = await by(whose(0), async (shop) =>
    shopping.checkOut(shop, await shopping.aVisitorWithACart(shop)),
  )
  const reference = await whose(1).subscribing.referenceOf(whose(1).shop, order)
  const back = new URL((await by(whose(1), (shop) => shop.press(reference, 'Approve'))) ?? '')
  const token = back.pathname.split('/').at(-1) ?? ''
  const redirectResult = back.searchParams.get('redirectResult')
  await by(whose(2), ({ deps }) => whose(2).paying.finishPayment(deps, token, redirectResult))
  await by(whose(3), (shop) => shop.advance(10_000))
  await by(whose(4), ({ deps }) => whose(4).shopping.cancelOwnOrder(deps, order))
  // Adyen takes the wish for a refund, and tells of its end.
  await by(whose(5), (shop) => shop.advance(10_000))
  await by(whose(5), (shop) => shop.advance(10_000))
  return lived(whose(5), [order])
}

export const ORDER_BEATS = 6

const A_MONTH = 31

/** Somebody subscribes, two months pass, and they end it: four beats. */
export async function liveSubscription(whose: Whose, email: string): Promise<Lived> {
  await by(whose(0), (shop) => whose(0).subscribing.startMidMonth(shop))
  const about = { customer: { ...whose(0).subscribing.customer, email } }
  const { id, shopper } = await by(whose(0), (shop) =>
    whose(0).subscribing.aRunningSubscription(shop, about),
  )
  await by(whose(1), (shop) => whose(1).subscribing.passDays(shop, A_MONTH))
  await by(whose(2), (shop) => whose(2).subscribing.passDays(shop, A_MONTH))
  const end = { id, change: { kind: 'cancel', who: 'shopper', when: 'now' } } as const
  const asker = whose(3).shopping.askerWith({ shopper })
  await by(whose(3), ({ deps }) => whose(3).changing.changeSubscription(deps, asker, end))
  await by(whose(3), (shop) => whose(3).subscribing.passDays(shop, A_MONTH))
  const periods = await whose(3).subscribing.periodsOf(whose(3).shop, id)
  return lived(
    whose(3),
    periods.map((period) => period.id),
  )
}

export const SUBSCRIPTION_BEATS = 4

async function lived({ shop: { deps } }: Build, orders: readonly OrderId[]): Promise<Lived> {
  const column = async (sql: string): Promise<string[]> =>
    (await deps.pool.query<{ what: string }>(sql, [orders])).rows.map(({ what }) => what)
  return {
    events: await column(
      `select event::json->>'type' as what from order_events
       where order_id = any($1) order by array_position($1, order_id), seq`,
    ),
    letters: await column(`select letter as what from mails where order_id = any($1) order by id`),
    ends: await column(
      `select concat_ws(' ', status, why, amount, refunded) as what from orders
       where id = any($1) order by array_position($1, id)`,
    ),
  }
}
