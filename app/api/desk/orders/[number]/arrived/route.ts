import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Says what of a claim is here. */
export const POST = takesForm(
  'desk/orders/[number]/arrived',
  byPerson('desk/orders/[number]/arrived', orderFormIn),
  actOnOrder,
)
