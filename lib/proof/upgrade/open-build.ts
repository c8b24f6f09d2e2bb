import { join } from 'node:path'
import type { ScratchDatabase } from '@/lib/proof/shop/scratch-database'
import type { TestShop } from '@/lib/proof/shop/shop'
import { openRealShop, type RealHistory } from '../simulation-on-postgres/real-history'

type Migrating = typeof import('@/lib/db/migrate')
type Paying = typeof import('@/lib/flows/payment/finish-payment')
type Changing = typeof import('@/lib/flows/subscription/change-subscription')
type Shopping = typeof import('@/lib/proof/shop/shopper')
type Subscribing = typeof import('@/lib/proof/shop/subscriber')
type Opening = typeof import('@/lib/proof/shop/shop')
type Living = typeof import('../simulation-on-postgres/real-history')
type Acting = typeof import('../simulation-on-postgres/real-acts')

/** A build of the shop, by its own code: what an upgrade is tried with. */
export type Build = {
  readonly shop: TestShop
  readonly bringUpToDate: Migrating['bringUpToDate']
  readonly paying: Paying
  readonly changing: Changing
  readonly shopping: Shopping
  readonly subscribing: Subscribing
  readonly living: Living
  readonly realActs: Acting['realActs']
}

/**
 * Opens the build whose source is in a folder, on a database that others work on too, or `beside` one with which it has
 * Adyen in common. Where what it calls itself has changed since, this is the place to say so.
 */
export async function openBuild(
  folder: string,
  database: ScratchDatabase,
  beside?: Build,
): Promise<Build> {
  const load = (path: string) => import(/* @vite-ignore */ join(folder, 'lib', path))
  const { bringUpToDate }: Migrating = await load('db/migrate.ts')
  const { openShop }: Opening = await load('proof/shop/shop.ts')
  const { realActs }: Acting = await load('proof/simulation-on-postgres/real-acts.ts')
  return {
    shop: await openRealShop(
      // 0.4 keeps nothing for a delivery that was free because of what is cancelled: the changelog says so.
      (settings, scratch) => openShop({ ...settings, DELIVERY_FEE: '0' }, scratch),
      { ...database, drop: async () => undefined },
      beside?.shop,
    ),
    bringUpToDate,
    paying: await load('flows/payment/finish-payment.ts'),
    changing: await load('flows/subscription/change-subscription.ts'),
    shopping: await load('proof/shop/shopper.ts'),
    subscribing: await load('proof/shop/subscriber.ts'),
    living: await load('proof/simulation-on-postgres/real-history.ts'),
    realActs,
  }
}

/** Has a build do something: the doors of the shop, of which each process has its own, are now this one's. */
export function by<T>({ shop }: Build, work: (shop: TestShop) => Promise<T>): Promise<T> {
  Reflect.set(globalThis, 'norang', shop.deps)
  return work(shop)
}

/** The same within a history that several builds live together. */
export const inHistory =
  (build: Build, work: (real: RealHistory) => Promise<void>) => (real: RealHistory) =>
    by(build, (shop) => work({ ...real, shop }))
