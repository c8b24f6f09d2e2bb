import type { Asker } from '@/lib/core/asker'
import type { Tracking } from '@/lib/core/goods/carriers'
import type { Pieces } from '@/lib/core/goods/lines'
import { type OrderId, parcelId } from '@/lib/core/ids'
import { noteParcel } from '@/lib/db/orders'
import { insertParcel, listParcels } from '@/lib/db/parcels'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

export type Sending = {
  /** Null: all that is to be sent. */
  readonly pieces: Pieces | null
  readonly tracking: Tracking
  /** Why it is sent although its money is contested; else null. */
  readonly despite: string | null
}

/** A person of the shop has handed a parcel over. The same number for the same order is the same parcel: `known`. */
export async function sendParcel(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { pieces, tracking: { carrier, number }, despite }: Sending,
): Promise<ToldGoods> {
  const parcel = parcelId(deps.newId())
  return actOnGoods(deps, asker, id, {
    fact: { kind: 'parcel_sent', parcel, pieces, despite },
    as: null,
    why: [`${carrier} ${number}`, despite ?? ''].filter(Boolean).join(', '),
    also: async (tx, at) => {
      const sent = await listParcels(tx, id)
      if (sent.some((each) => each.carrier === carrier && each.tracking === number)) return 'known'
      await insertParcel(tx, { orderId: id, id: parcel, carrier, tracking: number, at })
      await noteParcel(tx, id, `${carrier} ${number}`)
      return null
    },
  })
}
