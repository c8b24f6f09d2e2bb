import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Writes to whoever ordered. */
export const POST = takesForm(
  'desk/orders/[number]/write',
  byPerson('desk/orders/[number]/write', orderFormIn),
  actOnOrder,
)
