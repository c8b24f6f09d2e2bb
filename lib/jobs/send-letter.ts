import { allBooks } from '../core/books'
import type { Pieces } from '../core/goods/lines'
import { vatSplitOf } from '../core/goods/vat'
import type { OrderId, ParcelId, WishId } from '../core/ids'
import { localeOr } from '../core/locale'
import { krw, type Money, noMoney, sum, times } from '../core/money'
import type { Order, OrderEvent } from '../core/order'
import { owed, stillTrue } from '../core/owed'
import type { Refund } from '../core/refund'
import { orderEndOf } from '../core/shown-outcome'
import { findAttempt } from '../db/attempts'
import type { Limiter } from '../db/limits'
import { isMailStored, markSent, storeMail } from '../db/mails'
import { eventsOf, findOrder, findOrderRow, type OrderRow } from '../db/orders'
import { listParcels } from '../db/parcels'
import {
  compose,
  type Decided,
  type LetterData,
  type LetterKind,
  type Movement,
} from '../email/compose'
import type { SendMail } from '../email/send-mail'
import type { Deps } from '../flows/deps'
import { isOneTooMany } from './one-too-many'

export type LetterDeps = Deps & {
  /** Null: letters stay in the database, to be read in the mailbox. */
  readonly sendMail: SendMail | null
  readonly limiter: Limiter | null
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
  const about = { orderId: id, letter, eventAt: new Date(event) }
  const recipient = row.customer.email
  const counted = countedAs(letter, order)
  if (
    counted !== null &&
    !(await isMailStored(deps.db, about)) &&
    (await isOneTooMany(deps, counted, recipient))
  )
    return
  const composed = compose(await dataFor(deps, { letter, event }, order, row))
  const mail = await storeMail(deps.db, {
    ...about,
    recipient,
    createdAt: new Date(await deps.clock.now()),
    ...composed,
  })
  if (mail.sentAt !== null || deps.sendMail === null) return
  const { subject, html, text } = mail
  await deps.sendMail({ to: mail.recipient, subject, html, text, id: `${mail.id}.${row.number}` })
  await markSent(deps.db, mail.id, new Date(await deps.clock.now()))
}

const isBadNews = (letter: LetterKind) => letter === 'payment_failed' || letter === 'timed_out'

/** What costs nothing to have mailed to whatever address was typed is counted; what is about money is not. */
function countedAs(letter: LetterKind, order: Order): 'bad_news' | 'claiming' | null {
  if (letter === 'claim_opened') return 'claiming'
  return isBadNews(letter) && allBooks(order).came.minor === 0 ? 'bad_news' : null
}

function textOf(letter: LetterKind, order: Order, moved: Movement | null): LetterData['letter'] {
  if (letter === 'refund_requested' && moved?.why === 'surplus') return 'surplus'
  return isBadNews(letter) ? textOfBadNews(letter, order) : letter
}

/** Who ended the order, as it is now. */
function textOfBadNews(letter: LetterKind, order: Order): LetterData['letter'] {
  const end = orderEndOf(order)
  return end === 'left' || end === 'never_came' || end === 'payment_failed' || end === 'timed_out'
    ? end
    : letter
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

/** What a letter about money on its way back, or back, speaks of: all that owed it in that moment. */
function movedBy(
  order: Order,
  events: readonly OrderEvent[],
  { letter, event: at }: Pick<Job, 'letter' | 'event'>,
): Movement | null {
  const owing = events.filter(
    (event) =>
      event.at === at && owed(event).some((debt) => debt.job === 'mail' && debt.letter === letter),
  )
  const moved = owing.flatMap((event) => movementOf(order, event, events) ?? [])
  const [first] = moved
  return first ? { ...first, amount: sum(moved.map(({ amount }) => amount)) } : null
}

function movementOf(
  { refunds }: Order,
  event: OrderEvent,
  all: readonly OrderEvent[],
): Movement | null {
  switch (event.type) {
    case 'refund_climbed': {
      const refund = refunds.find(({ id }) => id === event.refund)
      return refund ? movement(refund) : null
    }
    case 'refund_requested':
      return { ...movement(event), wayThere: withheldFor(event.wish, all) }
    case 'handed_back':
      return { amount: event.amount, why: null, reason: event.reason, wayThere: noMoney }
    case 'refund_found':
    case 'payment_undone':
      return { amount: event.amount, why: null, reason: null, wayThere: noMoney }
    default:
      return null
  }
}

const movement = ({
  amount,
  why,
  reason,
}: Pick<Refund, 'amount' | 'why' | 'reason'>): Movement => ({
  amount,
  why: why === 'asked' || why === 'elsewhere' ? null : why,
  reason,
  wayThere: noMoney,
})

/** What was kept for delivery when pieces were cancelled, whose money this wish gives back. */
function withheldFor(wish: WishId, all: readonly OrderEvent[]): Money {
  const cancelled = all.find((event) => event.type === 'lines_cancelled' && event.wish === wish)
  return cancelled?.type === 'lines_cancelled' ? cancelled.wayThere : noMoney
}

/** What a letter about goods that come back has to say. */
function decidedIn(
  events: readonly OrderEvent[],
  { letter, event: at }: Pick<Job, 'letter' | 'event'>,
): Decided | null {
  const event = events.find((each) => each.at === at && each.type === letter)
  if (event?.type === 'claim_refused') return { reason: event.reason, sum: [] }
  if (event?.type !== 'claim_settled') return null
  const { remedy, ...parts } = event.settlement
  const sum = sumParts
    .map((what) => ({ what, amount: parts[what] }))
    .filter(({ what, amount }) => amount.minor > 0 || what === 'amount')
  return { reason: null, sum: remedy === 'money' ? sum : [] }
}

/** Which goods a letter about a parcel or a claim is about, and who carries them. Null: it is about neither. */
function goodsIn(
  { goods }: Order,
  events: readonly OrderEvent[],
  { letter, event: at }: Pick<Job, 'letter' | 'event'>,
): { readonly pieces: Pieces | null; readonly parcel: ParcelId | null } | null {
  const owing = events.find(
    (event) =>
      event.at === at && owed(event).some((debt) => debt.job === 'mail' && debt.letter === letter),
  )
  switch (owing?.type) {
    case 'parcel_sent':
      return { pieces: owing.pieces, parcel: owing.parcel }
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_settled': {
      const claim = goods.claims.find(({ id }) => id === owing.claim)
      return { pieces: claim?.pieces ?? null, parcel: null }
    }
    default:
      return null
  }
}

const sumParts = ['goods', 'delivery', 'wayBack', 'wayThere', 'notOurs', 'amount'] as const

const withOption = (parts: readonly string[]) => parts.filter(Boolean).join(', ')

async function dataFor(
  { db, shop, simulated, business }: LetterDeps,
  { letter, event }: Pick<Job, 'letter' | 'event'>,
  order: Order,
  row: OrderRow,
): Promise<LetterData> {
  const locale = localeOr(row.locale)
  const received = order.payments.find(({ payment }) => payment === order.paidBy)
  const attempt = received && (await findAttempt(db, received.attempt))
  const events = await eventsOf(db, order.id)
  const books = allBooks(order)
  const kept = events.find(({ type }) => type === 'kept')
  const moved = movedBy(order, events, { letter, event })
  const lines = row.lines.map((line) => ({
    name: withOption(locale === 'ko' ? [line.nameKo, line.optionKo] : [line.nameEn, line.optionEn]),
    quantity: line.quantity,
    total: times(krw(line.price), line.quantity),
  }))
  const about = goodsIn(order, events, { letter, event })
  const carried = (await listParcels(db, order.id)).find(({ id }) => id === about?.parcel)
  const { name, postcode, address, addressDetail } = row.customer
  return {
    letter: textOf(letter, order, moved),
    locale,
    number: row.number,
    name,
    lines,
    total: krw(row.amount),
    vat: vatSplitOf(order.goods),
    deliveryFee: krw(row.deliveryFee),
    parcel: carried ? `${carried.carrier} ${carried.tracking}` : row.parcel,
    pieces:
      about?.pieces
        ?.map(({ line, quantity }) => `${lines[line - 1]?.name ?? ''} × ${quantity}`)
        .join(', ') ?? null,
    seller: [business.name, business.representative, business.registration]
      .filter(Boolean)
      .join(', '),
    came: books.came,
    refunded: books.givenBack,
    moved,
    decided: decidedIn(events, { letter, event }),
    method: attempt?.method ?? null,
    paidAt: kept?.at ?? null,
    address: `(${postcode}) ${address} ${addressDetail}`.trim(),
    orderUrl: `${shop.baseUrl}/${locale}/orders/${order.id}`,
    simulated,
  }
}
