import { allBooks, booksOf, type ReceivedPayment } from '@/lib/core/books'
import type { OrderId } from '@/lib/core/ids'
import { type Order, statusOf } from '@/lib/core/order'
import { isDead } from '@/lib/core/refund'
import { balancesOf } from '@/lib/db/ledger'
import { findOrder } from '@/lib/db/orders'
import type { TestShop } from '@/lib/proof/shop/shop'
import { cover } from '@/lib/proof/simulation/world'
import { readMoney } from '@/lib/simulator/control/money-records'
import { findPayment } from '@/lib/simulator/payment/payment'
import type { RealHistory } from './real-history'

/* Won by won: the shop's books and its ledger against the simulated Adyen's. */

export async function checkRealMoney(
  real: RealHistory,
  orders: readonly OrderId[],
): Promise<string | null> {
  const { shop } = real
  for (const id of orders) {
    const order = await findOrder(shop.deps.db, id)
    if (!order || order.payments.length === 0) continue
    const { status } = statusOf(order)
    for (const received of order.payments) {
      const broken = await checkPayment(real, order, received)
      if (broken) return `${received.payment} of ${id}, ${status}: ${broken}`
    }
    const broken = await checkLedger(shop, order)
    if (broken) return `${id}: ${broken}`
  }
  return null
}

type Theirs = Awaited<ReturnType<typeof readMoney>>

async function checkPayment(
  { shop: { deps }, coverage, atAWord }: RealHistory,
  order: Order,
  received: ReceivedPayment,
): Promise<string | null> {
  const paid = await findPayment(deps.pool, 'psp_reference', received.payment)
  if (!paid) return 'nobody paid it'
  const theirs = await readMoney(deps.pool, [paid], await deps.clock.now())
  const isHeld =
    atAWord.has(paid.reference) ||
    isHeldForGood(received, theirs) ||
    isCalledAlike(order, received, theirs) ||
    isReversedAlike(theirs) ||
    isToldForMore(theirs)
  if (isHeld || (await isForPerson(deps, received))) {
    cover(coverage, 'end/left to a person')
    return null
  }
  cover(coverage, 'end/books agree')
  const broken = compare(order, received, theirs.money) ?? checkStays(order, received)
  if (broken === null) return null
  const { refunds } = order
  const { modifications, disputes } = theirs
  return `${broken}; ${JSON.stringify({ refunds, modifications, disputes })}`
}

function compare(order: Order, received: ReceivedPayment, money: Theirs['money']): string | null {
  const books = booksOf(order, received)
  const byHand = order.handbacks
    .filter(({ payment }) => payment === received.payment)
    .reduce((sum, { amount }) => sum + amount.minor, 0)
  const expected = {
    came: money.came - money.captureFailed,
    kept: Math.max(0, money.left - byHand),
    onItsWay: money.refundsUnderWay,
    givenBack: money.refunded + money.cancelled + byHand,
    taken: money.takenByDisputes,
    added: Math.max(0, byHand - money.left),
  }
  for (const part of ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const)
    if (books[part].minor !== expected[part])
      return `${part} is ${books[part].minor}, and with Adyen ${expected[part]}`
  return null
}

const ASKED_AT_MOST = 5

/** What may not stay is back, but for what was asked back so often in vain that a person has to look. */
function checkStays(order: Order, received: ReceivedPayment): string | null {
  if (received.payment === order.paidBy && order.cancelledBy === null) return null
  const refunds = order.refunds.filter(({ payment }) => payment === received.payment)
  const isStuck = [...new Set(refunds.map(({ wish }) => wish))].some((wish) => {
    const tries = refunds.filter((each) => each.wish === wish)
    return wish !== null && tries.length >= ASKED_AT_MOST && tries.every(isDead)
  })
  const { kept } = booksOf(order, received)
  return kept.minor > 0 && !isStuck ? `${kept.minor} stays with the shop` : null
}

/**
 * Called off as a whole, it stays so for the shop, also when a refund or a dispute comes back to it afterwards; and that
 * it never came outranks that it was cancelled, though only one of both took its money.
 */
function isHeldForGood({ undone }: ReceivedPayment, { modifications, disputes }: Theirs): boolean {
  const endings = modifications.filter(({ effect }) => effect !== 'refund' && effect !== 'none')
  const comesBack = disputes.length > 0 || modifications.some(({ undoneAt }) => undoneAt !== null)
  return undone !== null && (comesBack || endings.length > 1)
}

/** Two disputes of which Adyen told under the payment's own name: nobody can tell them apart. */
const isCalledAlike = (order: Order, { payment }: ReceivedPayment, { disputes }: Theirs) =>
  disputes.length > 1 && order.disputes.some(({ id }) => String(id) === String(payment))

/** Two refunds of one amount came back: a reversal that names none, or overtakes its refund, was about either. */
const isReversedAlike = ({ modifications }: Theirs) => {
  const back = modifications.filter(({ undoneAt }) => undoneAt !== null).map(({ takes }) => takes)
  return new Set(back).size < back.length
}

/** A person had the simulator tell of more that was cancelled than there was. */
const isToldForMore = ({ modifications }: Theirs) =>
  modifications.some(({ effect, takes, amount }) => effect === 'cancel' && takes < amount.value)

/** What cannot be told apart, or fits nothing, is looked at; and a refund that Adyen never answered. */
async function isForPerson(
  { pool }: TestShop['deps'],
  { payment }: ReceivedPayment,
): Promise<boolean> {
  const { rows } = await pool.query(
    `select from webhook_inbox i where parked_why in ('unknown_refund', 'unknown_payment', 'wrong_amount')
       and (position($1 in i.item) > 0 or i.reference = (
         select reference from simulator.payments where psp_reference = $1))
     union all
     select from refunds where payment = $1 and psp_reference is null and problem like 'given up%'`,
    [payment],
  )
  return rows.length > 0
}

async function checkLedger({ deps }: TestShop, order: Order): Promise<string | null> {
  const balances = await balancesOf(deps.db, order.id)
  if ([...balances.values()].reduce((sum, won) => sum + won, 0) !== 0)
    return 'the ledger does not add up to zero'
  const { came, onItsWay, givenBack, taken } = allBooks(order)
  const isRight =
    (balances.get('shopper_paid') ?? 0) === -came.minor &&
    (balances.get('on_its_way') ?? 0) === onItsWay.minor &&
    (balances.get('given_back') ?? 0) === givenBack.minor &&
    (balances.get('taken') ?? 0) === taken.minor
  return isRight ? null : 'the ledger says something else than the books'
}
