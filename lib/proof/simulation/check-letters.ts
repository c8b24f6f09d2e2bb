import { parcelsBring } from '@/lib/core/goods/parcel'
import { neverCame, type Order, statusOf } from '@/lib/core/order'
import type { Letter } from '@/lib/core/owed'
import { isDead, type Refund } from '@/lib/core/refund'
import { isStuck } from '@/lib/core/wish'
import { isForPerson } from './check-books'
import type { World } from './world'

type Count = (letter: Letter) => number

/** Everything that a shopper has to read was sent, once. */
export function checkLetters(world: World, order: Order): string | null {
  const written = [...world.shop.mails.values()].filter((mail) => mail.order === order.id)
  // Bad news can be dropped when it was written and a crash kept it from the post.
  if (written.some(({ sent, letter }) => !sent && !isBadNews(letter)))
    return 'a letter was written and not sent'
  const letters = written.filter(({ sent }) => sent).map(({ letter }) => letter)
  const count: Count = (letter) => letters.filter((each) => each === letter).length
  return (
    checkPaid(world, order, count) ??
    checkOnItsWay(world, order, count) ??
    checkBack(world, order, count) ??
    checkGoodsLetters(world, order, count) ??
    checkDeath(
      order,
      letters.some((letter) => isBadNews(letter) || letter === 'sold_out'),
    )
  )
}

const isBadNews = (letter: Letter) => letter === 'payment_failed' || letter === 'timed_out'

/** Once for each payment that was kept: another is kept only when the one before never came. */
function checkPaid({ shop }: World, { id }: Order, count: Count): string | null {
  const kept = (shop.events.get(id) ?? []).filter(({ type }) => type === 'kept').length
  return count('paid') === kept ? null : `${count('paid')} letters say that it is paid`
}

/** Once for each wish: that it is on its way, and that it could not be given back. */
function checkOnItsWay({ shop }: World, order: Order, count: Count): string | null {
  const wishes = new Map<string, Refund[]>()
  for (const refund of order.refunds)
    if (refund.wish !== null) wishes.set(refund.wish, [...(wishes.get(refund.wish) ?? []), refund])
  const all = [...wishes.values()]
  const soldOut = all.filter((tries) => tries[0]?.why === 'sold_out').length
  if (count('sold_out') !== soldOut) return `${count('sold_out')} letters say that it is gone`
  // What is given back for a settled claim is told with it, and what somebody else gave back when it is there.
  const asked = (shop.events.get(order.id) ?? []).filter(
    (event) =>
      event.type === 'refund_requested' && event.number === 1 && event.why !== 'claim_settled',
  ).length
  if (count('refund_requested') !== asked - soldOut)
    return `${count('refund_requested')} letters say that money is on its way, for ${asked} wishes`
  if (count('handed_back') !== order.handbacks.length)
    return `${count('handed_back')} letters say that money was given back by hand`
  const stuck = order.wishes.filter((wish) => isStuck(order, wish)).length
  const given = all.filter((tries) => tries.filter(isDead).length >= 5).length
  const bounced = order.refunds.filter((each) => each.why === 'elsewhere' && isDead(each)).length
  return count('refund_stuck') < stuck || count('refund_stuck') > given + bounced
    ? `${count('refund_stuck')} letters say that ${stuck} wishes are stuck`
    : null
}

/** Once for each refund that was done, if we heard that before it bounced. */
function checkBack({ shop, adyen }: World, order: Order, count: Count): string | null {
  const mine = adyen.payments.filter(({ psp }) =>
    order.payments.some((each) => each.payment === psp),
  )
  const refunds = adyen.refunds.filter(({ payment }) => mine.some(({ psp }) => psp === payment))
  const done = refunds.filter(({ state }) => state === 'done').length
  const bounced = refunds.filter(({ state }) => state === 'bounced').length
  const cancelled = mine.filter(({ undone }) => undone === 'cancelled').length
  const told = count('refunded')
  if (told > done + bounced + cancelled) return `${told} letters say that money is back`
  return told < done && !mine.some((paid) => isForPerson(shop, paid))
    ? `${done} refunds are done, and ${told} letters say so`
    : null
}

/** Once for each parcel, and for each step of a claim that its shopper waits for. */
function checkGoodsLetters({ shop }: World, { id }: Order, count: Count): string | null {
  const events = shop.events.get(id) ?? []
  const parcels = { all: 'sent', part: 'partly_sent', exchange: 'exchange_sent' } as const
  for (const brings of parcelsBring) {
    const sent = events.filter((event) => event.type === 'parcel_sent' && event.brings === brings)
    if (count(parcels[brings]) !== sent.length)
      return `${count(parcels[brings])} letters are about ${sent.length} parcels`
  }
  const told = (['claim_opened', 'claim_refused', 'claim_settled'] as const).find(
    (step) => count(step) !== events.filter(({ type }) => type === step).length,
  )
  return told ? `${count(told)} letters say ${told}` : null
}

function checkDeath(order: Order, isTold: boolean): string | null {
  const diedUnpaid = !order.cancelledBy && statusOf(order).status === 'cancelled'
  return diedUnpaid && order.payments.every(neverCame) && !isTold
    ? 'nobody told that it died'
    : null
}
