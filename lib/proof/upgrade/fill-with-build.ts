import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderId } from '@/lib/core/ids'
import { connect } from '@/lib/db/connection'
import type { ScratchDatabase } from '@/lib/proof/shop/scratch-database'
import type { Subscriber } from '@/lib/proof/shop/subscriber'

const A_MONTH = 31
const HISTORIES = 4
const SETTINGS = { RENEWALS_PER_MINUTE: '100000', UNSCHEDULED_PER_DAY: '1000', RATE_LIMITS: 'on' }

/** What the build left in the middle. */
export type Left = { readonly atTheWallet: OrderId; readonly subscriber: Subscriber }

/**
 * Has the build whose source is in a folder make its schema and live in it: some random histories, an order that is
 * paid, a subscription that was charged twice, and an order whose shopper is at the wallet.
 */
export async function fillWithBuild(folder: string, database: ScratchDatabase): Promise<Left> {
  const load = (path: string) => import(/* @vite-ignore */ join(folder, 'lib', path))
  const has = (path: string) => existsSync(join(folder, 'lib', path))
  const { migrate }: typeof import('@/lib/db/migrate') = await load('db/migrate.ts')
  await migrate(database.url)
  if (has(DEMONSTRATION)) await fillShelves(await load(DEMONSTRATION), database.url)

  const { openShop }: typeof import('@/lib/proof/shop/shop') = await load('proof/shop/shop.ts')
  // Its room had another name until 008.
  const room = has('proof/real') ? 'proof/real' : 'proof/simulation-on-postgres'
  const { fillStock, runRealHistory } = await load(`${room}/run-real-history.ts`)
  const shopping: typeof import('@/lib/proof/shop/shopper') = await load('proof/shop/shopper.ts')
  const subscribing: typeof import('@/lib/proof/shop/subscriber') = await load(
    'proof/shop/subscriber.ts',
  )
  const shop = await openShop(
    SETTINGS,
    Promise.resolve({ ...database, drop: async () => undefined }),
  )
  try {
    await fillStock(shop)
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const broken = await runRealHistory(shop, seed, new Map())
      if (broken !== null) throw new Error(broken)
    }
    const buy = async () => shopping.checkOut(shop, await shopping.aVisitorWithACart(shop))
    await subscribing.approveInWallet(shop, await buy())
    const subscriber = await subscribing.aRunningSubscription(shop)
    await subscribing.passDays(shop, A_MONTH)
    return { atTheWallet: await buy(), subscriber }
  } finally {
    // What it said to Adyen then was held against the specification then.
    shop.traffic.complaints.splice(0)
    await shop.close()
  }
}

const DEMONSTRATION = 'db/demonstration/fill.ts'

/** Goods are in no migration since 015. */
async function fillShelves(
  { fillDemonstration }: typeof import('@/lib/db/demonstration/fill'),
  url: string,
): Promise<void> {
  const { db } = connect(url)
  await fillDemonstration(db).finally(() => db.destroy())
}
