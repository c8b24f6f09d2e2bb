import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Notes what was given back by another road. */
export const POST = takesForm(
  'desk/orders/[number]/handback',
  byPerson('desk/orders/[number]/handback', orderFormIn),
  actOnOrder,
)
