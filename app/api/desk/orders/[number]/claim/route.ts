import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Opens a claim for what a shopper wants to give back. */
export const POST = takesForm(
  'desk/orders/[number]/claim',
  byPerson('desk/orders/[number]/claim', orderFormIn),
  actOnOrder,
)
