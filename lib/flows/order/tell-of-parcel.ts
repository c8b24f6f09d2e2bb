import type { Asker } from '@/lib/core/asker'
import type { Remedy } from '@/lib/core/goods/goods'
import type { OrderId, ParcelId } from '@/lib/core/ids'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

/** A person of the shop says where a parcel is: it arrived, was not sent after all, or came back unopened. */
export const moveParcel = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { parcel, to }: { readonly parcel: ParcelId; readonly to: 'delivered' | 'unsent' | 'came_back' },
): Promise<ToldGoods> =>
  actOnGoods(deps, asker, id, { fact: { kind: 'parcel_moved', parcel, to }, as: null })

/** It was lost, or broken on its way: its money goes back, or the same goods are sent again. */
export const loseParcel = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { parcel, remedy }: { readonly parcel: ParcelId; readonly remedy: Remedy },
): Promise<ToldGoods> =>
  actOnGoods(deps, asker, id, { fact: { kind: 'parcel_lost', parcel, remedy }, as: null })
