import type { Asker } from '@/lib/core/asker'
import { mayChangeAddress } from '@/lib/core/desk/order-acts'
import type { NewAddress } from '@/lib/core/desk/planned-act'
import type { NoteId, OrderId } from '@/lib/core/ids'
import { insertNote } from '@/lib/db/desk/order-notes'
import { findOrderRow, lockOrder, updateCustomer } from '@/lib/db/orders'
import { actorFor, logAct } from '../act/for-the-shop'
import { isOlderPage } from '../act/older-page'
import type { Deps } from '../deps'

type Change = {
  /** Drawn with the form: the same twice changes once. */
  readonly note: NoteId
  readonly address: NewAddress
  readonly why: string
}

/**
 * A person of the shop sends a parcel elsewhere, while all of it is here. What the address was before is kept with the
 * order's notes, and in no log. What was paid for delivery stays as it is.
 */
export async function sendElsewhere(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { note, address, why }: Change,
): Promise<'done' | 'known' | 'too_late' | 'may_not' | 'changed' | null> {
  const now = await deps.clock.now()
  const at = new Date(now)
  return deps.db.transaction().execute(async (tx) => {
    if (!(await findOrderRow(tx, id))) return null
    const locked = await lockOrder(tx, id)
    // Read once it is held: nobody changes it meanwhile.
    const row = await findOrderRow(tx, id)
    if (!row) return null
    const actor = await actorFor(tx, deps, asker, 'change_address', now)
    if (actor === null) return 'may_not'
    const { name, phone, postcode, address: road, addressDetail, deliveryNote } = row.customer
    const words = [name, phone, `${postcode} ${road} ${addressDetail}`, deliveryNote]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(', ')
    if (isOlderPage(asker, locked)) return 'changed'
    if (!mayChangeAddress(locked.order)) return 'too_late'
    if (!(await insertNote(tx, { id: note, orderId: id, kind: 'address', words, at })))
      return 'known'
    await updateCustomer(tx, id, { ...row.customer, ...address })
    const ofTheShop = { act: 'change_address', why } as const
    await logAct(tx, actor, { ...ofTheShop, about: locked.number }, now)
    return 'done'
  })
}
