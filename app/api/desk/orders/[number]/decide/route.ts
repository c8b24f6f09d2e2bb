import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Refuses a claim, or says that the shopper keeps the goods. */
export const POST = takesForm(
  'desk/orders/[number]/decide',
  byPerson('desk/orders/[number]/decide', orderFormIn),
  actOnOrder,
)
