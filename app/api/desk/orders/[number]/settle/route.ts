import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Settles a claim. */
export const POST = takesForm(
  'desk/orders/[number]/settle',
  byPerson('desk/orders/[number]/settle', orderFormIn),
  actOnOrder,
)
