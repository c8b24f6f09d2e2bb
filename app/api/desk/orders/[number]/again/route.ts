import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Sends a letter once more. */
export const POST = takesForm(
  'desk/orders/[number]/again',
  byPerson('desk/orders/[number]/again', orderFormIn),
  actOnOrder,
)
