import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { asLine } from '@/lib/core/typed/text'
import { createDeps } from '@/lib/deps'
import { type Env, isLoopback } from '@/lib/env'
import { recordParcel } from '@/lib/flows/order/record-parcel'

const USAGE = 'Say which: npm run parcel -- 20261123-4F7K sent "CJ 1234-5678", or … delivered.'

/** The merchant's word that a parcel was sent or has arrived. */
export async function parcelCommand(
  settings: Env,
  databaseUrl: string,
  [typed = '', news = '', tracking = '']: readonly string[],
): Promise<number> {
  const number = parseOrderNumber(typed)
  if (number === null || (news !== 'sent' && news !== 'delivered')) {
    console.error(USAGE)
    return 1
  }
  if (settings.adyen.environment === 'simulator' && !isLoopback(settings.baseUrl)) {
    console.error('Nothing is sent for play money: the simulator is switched on here.')
    return 1
  }
  const shop = createDeps({ ...settings, databaseUrl })
  try {
    const told = await recordParcel(
      shop,
      number,
      news === 'sent' ? { kind: 'sent', tracking: asLine(tracking) } : { kind: 'delivered' },
    )
    if (told.kind === 'done') console.log(`Order ${number}: ${news}.`)
    else if (told.kind === 'unknown') console.error(`There is no order ${number}.`)
    else console.error(`Order ${number} cannot be ${news} now: it is ${told.order.parcel}.`)
    return told.kind === 'done' ? 0 : 1
  } finally {
    await shop.db.destroy()
  }
}
