import { signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, customer, referenceOf } from '@/lib/proof/shop/subscriber'
import type { KnownToAttacker } from './known'

const secrets = {
  ADYEN_API_KEY: 'secret-of-the-api-key',
  ADYEN_WEBHOOK_USERNAME: 'adyen',
  ADYEN_WEBHOOK_PASSWORD: 'secret-of-the-webhook',
  CRON_SECRET: 'secret-of-the-cron-door',
  SESSION_SECRET: 'secret-of-the-sessions-that-is-long-enough',
}
/** What no answer and no line of the log may hold. */
export const hidden = [
  ...Object.values(secrets).filter((value) => value.startsWith('secret')),
  // The simulator's own key, and what the shopper of the known order would not want to be read.
  '4E6F72616E672073696D756C61746F72206B6579',
  'norang@example.com',
  '+821012345678',
  '세종대로',
]

type AttackedShop = {
  readonly shop: TestShop
  readonly known: KnownToAttacker
  /** What was written into the log since somebody looked. */
  readonly logged: string[]
}

/** A shop with a paid order of a guest, and an account with a subscription, a saved wallet and two sessions. */
export async function openAttackedShop(): Promise<AttackedShop> {
  const shop = await openShop(secrets)
  const logged: string[] = []
  Reflect.set(shop.deps, 'log', (...said: unknown[]) => logged.push(JSON.stringify(said)))
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  const reference = await referenceOf(shop, order)
  await shop.press(reference, 'Approve')
  await shop.advance(5_000)
  const query = async (sql: string) => (await shop.deps.pool.query(sql)).rows[0]
  const { return_token: returnToken } = await query('select return_token from attempts')
  const { body } = await query('select body from simulator.notifications limit 1')
  const notification = JSON.parse(body).notificationItems[0].NotificationRequestItem
  const { visitor, checkoutId: checkout } = input
  const cookie = await cookieFor(visitor)
  const password = Buffer.from(`adyen:${secrets.ADYEN_WEBHOOK_PASSWORD}`).toString('base64')
  const authorization = `Basic ${password}`
  const { id: subscription } = await aRunningSubscription(shop)
  const account = await signInAs(shop, customer.email)
  await signInAs(shop, customer.email, 'Another browser')
  const { id: session } = await query('select id from sessions order by created_at desc limit 1')
  const { id: wallet } = await query('select id from saved_methods')
  const pairs = account.split('; ').filter((pair) => !pair.startsWith('norang='))
  const known = {
    order,
    returnToken,
    subscription,
    session,
    wallet,
    visitor,
    cookie: [cookie, ...pairs].join('; '),
    ownAccount: await signInAs(shop, 'attacker@example.com'),
    checkout,
    notification,
    authorization,
  }
  return { shop, known, logged }
}
