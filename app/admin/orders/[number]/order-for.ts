import { type Role, roleMay } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type DeskOrder, deskOrder } from '@/lib/views/desk/desk-order'

/** The order that a page is about, as far as somebody's role sees it; null: there is none. */
export function orderFor(number: string, role: Role, locale: Locale): Promise<DeskOrder | null> {
  const { db, shop, simulated } = deps()
  return deskOrder(db, number, {
    locale,
    merchantAccount: shop.merchantAccount,
    environment: simulated ? 'simulator' : shop.live ? 'LIVE' : 'TEST',
    sees: {
      money: roleMay(role, 'see_money'),
      goods: roleMay(role, 'see_label'),
      shopper: roleMay(role, 'see_shopper'),
    },
  })
}
