import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Cancels an order that no money came for. */
export const POST = takesForm(
  'desk/orders/[number]/cancel-unpaid',
  byPerson('desk/orders/[number]/cancel-unpaid', orderFormIn),
  actOnOrder,
)
