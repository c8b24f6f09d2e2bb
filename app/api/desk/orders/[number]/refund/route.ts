import { takesForm } from '@/app/api/form'
import { byPerson } from '../../../by-person'
import { actOnOrder, orderFormIn } from '../../act-on-order'

/** Gives money back, or has what was in vain tried again. */
export const POST = takesForm(
  'desk/orders/[number]/refund',
  byPerson('desk/orders/[number]/refund', orderFormIn),
  actOnOrder,
)
