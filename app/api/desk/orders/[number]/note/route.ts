import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Keeps a note about an order. */
export const POST = takesForm(
  'desk/orders/[number]/note',
  byPerson('desk/orders/[number]/note', orderFormIn),
  actOnOrder,
)
