import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Charges the saved wallet of whoever ordered. */
export const POST = takesForm(
  'desk/orders/[number]/charge',
  byPerson('desk/orders/[number]/charge', orderFormIn),
  actOnOrder,
)
