import type { Asker } from '@/lib/core/asker'
import type { Remedy } from '@/lib/core/goods/goods'
import type { OrderId, ParcelId } from '@/lib/core/ids'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

type Move = {
  readonly parcel: ParcelId
  readonly to: 'delivered' | 'unsent' | 'came_back'
  /** For the log of the desk. */
  readonly why?: string
}

/** A person of the shop says where a parcel is: it arrived, was not sent after all, or came back unopened. */
export const moveParcel = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { parcel, to, why = '' }: Move,
): Promise<ToldGoods> =>
  actOnGoods(deps, asker, id, { fact: { kind: 'parcel_moved', parcel, to }, as: null, why })

type Loss = { readonly parcel: ParcelId; readonly remedy: Remedy; readonly why?: string }

/** It was lost, or broken on its way: its money goes back, or the same goods are sent again. */
export const loseParcel = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { parcel, remedy, why = '' }: Loss,
): Promise<ToldGoods> =>
  actOnGoods(deps, asker, id, { fact: { kind: 'parcel_lost', parcel, remedy }, as: null, why })
