import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Cancels a paid order, or a part of it. */
export const POST = takesForm(
  'desk/orders/[number]/cancel',
  byPerson('desk/orders/[number]/cancel', orderFormIn),
  actOnOrder,
)
