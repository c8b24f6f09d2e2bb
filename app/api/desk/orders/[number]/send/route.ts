import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Says that a parcel left, or did not, or came back. */
export const POST = takesForm(
  'desk/orders/[number]/send',
  byPerson('desk/orders/[number]/send', orderFormIn),
  actOnOrder,
)
