import type { OrderId } from '../core/ids'
import { localeOr } from '../core/locale'
import { krw, type Money, times } from '../core/money'
import { type Order, type OrderEvent, refundedOf } from '../core/order'
import { owed, stillTrue } from '../core/owed'
import { orderEndOf } from '../core/shown-outcome'
import { findAttempt } from '../db/attempts'
import { markSent, storeMail } from '../db/mails'
import { eventsOf, findOrder, findOrderRow, type OrderRow } from '../db/orders'
import { compose, type LetterData, type LetterKind } from '../email/compose'
import type { SendMail } from '../email/send-mail'
import type { Deps } from '../flows/deps'

export type LetterDeps = Deps & {
  /** Null: letters stay in the database, to be read in the mailbox. */
  readonly sendMail: SendMail | null
  readonly simulated: boolean
  readonly business: { name: string; representative: string; registration: string }
}

type Job = { readonly order: OrderId; readonly letter: LetterKind; readonly event: number }

/**
 * Writes and sends one letter. A crash between sending and noting it can send it twice, with the same
 * message id; it never gets lost.
 */
export async function sendLetter(
  deps: LetterDeps,
  { order: id, letter, event }: Job,
): Promise<void> {
  const [order, row] = await Promise.all([findOrder(deps.db, id), findOrderRow(deps.db, id)])
  if (!order || !row) throw new Error(`letter for an order that is not there: ${id}`)
  if (letter !== 'order_link' && !stillTrue(letter, order)) return
  // A renewal that was not paid has letters of its own, which know when it is tried again.
  if (row.period !== null && row.period > 1 && isBadNews(letter)) return
  if (await isSaidAgain(deps, id, letter, event)) return
  const composed = compose(await dataFor(deps, { letter, event }, order, row))
  const mail = await storeMail(deps.db, {
    orderId: id,
    letter,
    eventAt: new Date(event),
    recipient: row.customer.email,
    createdAt: new Date(await deps.clock.now()),
    ...composed,
  })
  if (mail.sentAt !== null || deps.sendMail === null) return
  const { subject, html, text } = mail
  await deps.sendMail({ to: mail.recipient, subject, html, text, id: `${mail.id}.${row.number}` })
  await markSent(deps.db, mail.id, new Date(await deps.clock.now()))
}

const isBadNews = (letter: LetterKind) => letter === 'payment_failed' || letter === 'timed_out'

/** Who ended the order, as it is now. */
function textOfBadNews(letter: LetterKind, order: Order): LetterData['letter'] {
  const end = orderEndOf(order)
  return end === 'left' || end === 'payment_failed' || end === 'timed_out' ? end : letter
}

/** Bad news that waited until there was more of it: the newer letter says it, and one is enough. */
async function isSaidAgain(
  { db }: LetterDeps,
  order: OrderId,
  letter: LetterKind,
  event: number,
): Promise<boolean> {
  if (!isBadNews(letter)) return false
  const later = (await eventsOf(db, order)).filter(({ at }) => at > event)
  const letters = later.flatMap(owed).flatMap((debt) => (debt.job === 'mail' ? debt.letter : []))
  return letters.some(isBadNews)
}

/** How much a letter about money on its way back, or back, speaks of. */
function movedBy({ refunds }: Order, event: OrderEvent): Money | null {
  switch (event.type) {
    case 'refund_climbed':
      return refunds.find(({ id }) => id === event.refund)?.amount ?? null
    case 'refund_requested':
    case 'refund_found':
    case 'payment_undone':
    case 'handed_back':
      return event.amount
    default:
      return null
  }
}

const withOption = (parts: readonly string[]) => parts.filter(Boolean).join(', ')

async function dataFor(
  { db, shop, simulated, business }: LetterDeps,
  { letter, event }: Pick<Job, 'letter' | 'event'>,
  order: Order,
  row: OrderRow,
): Promise<LetterData> {
  const locale = localeOr(row.locale)
  const received = order.payments.find(({ payment }) => payment === order.kept)
  const attempt = received && (await findAttempt(db, received.attempt))
  const events = await eventsOf(db, order.id)
  const kept = events.find(({ type }) => type === 'kept')
  const moved = events.flatMap((each) => (each.at === event ? (movedBy(order, each) ?? []) : []))
  const { name, postcode, address, addressDetail } = row.customer
  return {
    letter: isBadNews(letter) ? textOfBadNews(letter, order) : letter,
    locale,
    number: row.number,
    name,
    lines: row.lines.map((line) => ({
      name: withOption(
        locale === 'ko' ? [line.nameKo, line.optionKo] : [line.nameEn, line.optionEn],
      ),
      quantity: line.quantity,
      total: times(krw(line.price), line.quantity),
    })),
    total: krw(row.amount),
    deliveryFee: krw(row.deliveryFee),
    parcel: row.parcel,
    seller: [business.name, business.representative, business.registration]
      .filter(Boolean)
      .join(', '),
    refunded: refundedOf(order),
    moved: moved.at(-1) ?? null,
    method: attempt?.method ?? null,
    paidAt: kept?.at ?? null,
    address: `(${postcode}) ${address} ${addressDetail}`.trim(),
    orderUrl: `${shop.baseUrl}/${locale}/orders/${order.id}`,
    simulated,
  }
}
