import { allBooks, booksOf } from '@/lib/core/books'
import type { PaymentId, WishId } from '@/lib/core/ids'
import { evolve, type Order } from '@/lib/core/order'
import { isDead, type Refund } from '@/lib/core/refund'
import { openFrom } from '@/lib/core/wish'
import type { FakeAdyen } from './fake-adyen'
import type { MemoryShop, RecordedInMemory } from './memory-shop'

/* The laws of money, after every step. */

/** What the shop believes of money, against itself and against Adyen's books. */
export function checkMoney(
  recorded: RecordedInMemory,
  shop: MemoryShop,
  adyen: FakeAdyen,
): string | null {
  const { after } = recorded
  for (const { payment, attempt, amount } of after.payments) {
    const reference = shop.attempts.find(({ id }) => id === attempt)?.reference
    const paid = adyen.payments.find(({ psp }) => psp === payment)
    if (paid?.reference !== reference || paid?.amount !== amount.minor)
      return `${payment} is not in the books`
  }
  for (const { id, rung } of after.refunds)
    if (rung === 'done' && !isInBooks(shop, adyen, id)) return `${id} is not in the books as done`
  return checkSum(after) ?? checkAsked(recorded) ?? checkRoads(after)
}

function isInBooks(shop: MemoryShop, adyen: FakeAdyen, id: string): boolean {
  const psp = shop.refunds.find((row) => row.id === id)?.psp ?? id
  const state = adyen.refunds.find((refund) => refund.psp === psp)?.state
  return state === 'done' || state === 'bounced'
}

/** Every won is in one place, and none is less than nothing. */
function checkSum(order: Order): string | null {
  const { came, kept, onItsWay, givenBack, taken, added } = allBooks(order)
  const there = kept.minor + onItsWay.minor + givenBack.minor + taken.minor
  if (there !== came.minor + added.minor) return `${there} of ${came.minor} won is somewhere`
  const least = Math.min(kept.minor, onItsWay.minor, givenBack.minor, taken.minor, added.minor)
  return least < 0 ? 'less than nothing is somewhere' : null
}

/** Nothing is asked back that is not ours at that moment, whoever asks. */
function checkAsked({ before, events }: RecordedInMemory): string | null {
  let order = before
  for (const event of events) {
    if (event.type === 'refund_requested' || event.type === 'handed_back') {
      const received = order.payments.find(({ payment }) => payment === event.payment)
      const kept = received ? booksOf(order, received).kept.minor : 0
      if (event.amount.minor > kept)
        return `${event.amount.minor} was given back of ${kept} that was ours`
    }
    order = evolve(order, event)
  }
  return null
}

const ofLiving = ['asked', 'lines_cancelled', 'parcel_lost', 'claim_settled']

/** All money but that which pays a living order is on its way back, by one try of a wish at a time. */
function checkRoads(order: Order): string | null {
  const names = new Set(order.payments.map(({ payment }) => payment))
  if (names.size < order.payments.length) return 'one payment was counted twice'
  for (const received of order.payments) {
    const { payment } = received
    const wishes = wishesOf(order, payment)
    const isLiving = payment === order.paidBy && order.cancelledBy === null
    const ours = [...wishes.values()].flat().filter(({ why }) => why !== 'elsewhere')
    if (isLiving && ours.some(({ why }) => !ofLiving.includes(why)))
      return 'the money of a living order is given back'
    if (!isLiving && booksOf(order, received).kept.minor > openFrom(order, payment))
      return `${payment} is neither kept nor given back`
    for (const [id, tries] of wishes) {
      const wanted = order.wishes.find((wish) => wish.id === id)?.amount.minor ?? 0
      const alive = tries.filter((each) => !isDead(each))
      if (alive.reduce((sum, { amount }) => sum + amount.minor, 0) > wanted)
        return 'more than was wished for goes back'
    }
  }
  return null
}

function wishesOf({ refunds }: Order, of: PaymentId): ReadonlyMap<WishId, readonly Refund[]> {
  const wishes = new Map<WishId, Refund[]>()
  for (const refund of refunds)
    if (refund.payment === of && refund.wish !== null)
      wishes.set(refund.wish, [...(wishes.get(refund.wish) ?? []), refund])
  return wishes
}
