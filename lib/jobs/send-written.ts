import type { NoteId, OrderId } from '../core/ids'
import { localeOr } from '../core/locale'
import { findMailOf, findNote } from '../db/desk/order-notes'
import { markSent, type NewMail, storeMail } from '../db/mails'
import { findOrderRow, type OrderRow } from '../db/orders'
import { composeWritten } from '../email/compose-written'
import type { LetterDeps } from './send-letter'

type Written = { readonly order: OrderId; readonly note: NoteId }

/** Sends what a person of the shop wrote to whoever ordered. */
export async function sendWritten(deps: LetterDeps, { order, note: id }: Written): Promise<void> {
  const [row, note] = await Promise.all([findOrderRow(deps.db, order), findNote(deps.db, id)])
  if (!row || !note) throw new Error(`a letter that nobody wrote: ${id}`)
  const locale = localeOr(row.locale)
  const orderUrl = `${deps.shop.baseUrl}/${locale}/orders/${order}`
  const { number, customer } = row
  const { simulated } = deps
  const about = { locale, number, name: customer.name, words: note.words, orderUrl, simulated }
  await send(deps, row, { letter: 'written', eventAt: note.at, ...composeWritten(about) })
}

type Again = { readonly order: OrderId; readonly mail: number; readonly event: number }

/** Sends a letter once more, word for word, to the address that the order has now. */
export async function sendAgain(
  deps: LetterDeps,
  { order, mail: id, event }: Again,
): Promise<void> {
  const [row, mail] = await Promise.all([
    findOrderRow(deps.db, order),
    findMailOf(deps.db, order, id),
  ])
  if (!row || !mail) throw new Error(`a letter that is not there: ${id}`)
  const { letter, subject, html, text } = mail
  await send(deps, row, { letter, eventAt: new Date(event), subject, html, text })
}

type Letter = Pick<NewMail, 'letter' | 'eventAt' | 'subject' | 'html' | 'text'>

async function send(deps: LetterDeps, row: OrderRow, letter: Letter): Promise<void> {
  const { id: orderId, number, customer } = row
  const createdAt = new Date(await deps.clock.now())
  const mail = await storeMail(deps.db, {
    ...letter,
    orderId,
    recipient: customer.email,
    createdAt,
  })
  if (mail.sentAt !== null || deps.sendMail === null) return
  const { subject, html, text, recipient: to } = mail
  await deps.sendMail({ to, subject, html, text, id: `${mail.id}.${number}` })
  await markSent(deps.db, mail.id, new Date(await deps.clock.now()))
}
