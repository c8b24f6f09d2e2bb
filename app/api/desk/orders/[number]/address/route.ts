import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Sends the parcel elsewhere. */
export const POST = takesForm(
  'desk/orders/[number]/address',
  byPerson('desk/orders/[number]/address', orderFormIn),
  actOnOrder,
)
