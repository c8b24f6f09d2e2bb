import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Says that a parcel has arrived. */
export const POST = takesForm(
  'desk/orders/[number]/delivered',
  byPerson('desk/orders/[number]/delivered', orderFormIn),
  actOnOrder,
)
