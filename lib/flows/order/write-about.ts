import type { Asker } from '@/lib/core/asker'
import type { DeskAct } from '@/lib/core/desk/roles'
import { type Instant, instant, type NoteId, type OrderId } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { findMailOf, insertNote } from '@/lib/db/desk/order-notes'
import { findOrder, type LockedOrder, lockOrder } from '@/lib/db/orders'
import { enqueue } from '@/lib/db/queues'
import { actorFor, logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'

/** `known`: it was written before. Null: there is no such order, or no such letter. */
export type ToldWriting = 'done' | 'known' | 'may_not' | null

/** `note` is drawn with the form: the same twice is written once. */
type Words = { readonly note: NoteId; readonly words: string }

/** A person of the shop keeps something in mind about an order; no shopper reads it. */
export const writeNote = (deps: Deps, asker: Asker, id: OrderId, { note, words }: Words) =>
  write(deps, asker, id, {
    ofTheShop: { act: 'write_note', why: '' },
    how: (tx, { order }, at) =>
      insertNote(tx, { id: note, orderId: order.id, kind: 'note', words, at }),
  })

/** A person of the shop writes to whoever ordered: the letter goes to the address of the order. */
export const writeToShopper = (deps: Deps, asker: Asker, id: OrderId, { note, words }: Words) =>
  write(deps, asker, id, {
    ofTheShop: { act: 'write_to_shopper', why: '' },
    how: async (tx, { order }, at) => {
      const row = { id: note, orderId: order.id, kind: 'letter', words, at } as const
      if (!(await insertNote(tx, row))) return false
      const due = instant(at.getTime())
      await enqueue(tx, [{ name: 'mail_written', payload: { order: id, note }, due }])
      return true
    },
  })

type Again = { readonly note: NoteId; readonly letter: number; readonly why: string }

/** A letter goes out once more, word for word, to the address that the order has now. */
export const mailAgain = (deps: Deps, asker: Asker, id: OrderId, { note, letter, why }: Again) =>
  write(deps, asker, id, {
    ofTheShop: { act: 'mail_again', why },
    how: async (tx, { order }, at) => {
      const mail = await findMailOf(tx, order.id, letter)
      if (!mail) return null
      const row = { id: note, orderId: order.id, kind: 'again', words: mail.subject, at } as const
      if (!(await insertNote(tx, row))) return false
      const due = instant(at.getTime())
      const payload = { order: id, mail: letter, event: at.getTime() }
      await enqueue(tx, [{ name: 'mail_again', payload, due }])
      return true
    },
  })

type Writing = {
  readonly ofTheShop: { readonly act: DeskAct; readonly why: string }
  /** False: it was written before; null: there is nothing of the kind. */
  readonly how: (tx: Tx, locked: LockedOrder, at: Date) => Promise<boolean | null>
}

async function write(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { ofTheShop, how }: Writing,
): Promise<ToldWriting> {
  if (!(await findOrder(deps.db, id))) return null
  const now: Instant = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockOrder(tx, id)
    const actor = await actorFor(tx, deps, asker, ofTheShop.act, now)
    if (actor === null) return 'may_not'
    const isNew = await how(tx, locked, new Date(now))
    if (isNew === null) return null
    if (!isNew) return 'known'
    await logAct(tx, actor, { ...ofTheShop, about: locked.number }, now)
    return 'done'
  })
}
