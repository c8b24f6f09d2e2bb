import type { Bug } from './bug'

const noticedBy = {
  file: 'lib/proof/simulation/history.test.ts',
  test: '12,000 random histories keep every promise about money, and reach all there is to reach',
}

const inFile =
  (file: string) =>
  (name: string, ...changes: Bug['changes']): Bug => ({
    name,
    seenIn: 'nobody, so far',
    file,
    changes,
    noticedBy,
  })
/** Around the state machine: only histories on the real flows and the real database can notice. */
const inFlow =
  (file: string) =>
  (name: string, ...changes: Bug['changes']): Bug => ({
    ...inFile(file)(name, ...changes),
    noticedBy: {
      file: 'lib/proof/simulation-on-postgres/run-real-history.test.ts',
      test: '60 random histories of orders, goods and subscriptions, with processes that die, on the real database',
    },
  })
const inOpenClaim = inFlow('lib/flows/order/open-claim.ts')
const inOrders = inFlow('lib/db/orders.ts')
const inRecord = inFlow('lib/flows/record.ts')
const inAttempt = inFile('lib/core/attempt.ts')
const inBooks = inFile('lib/core/books.ts')
const inDispute = inFile('lib/core/dispute.ts')
const inClaim = inFile('lib/core/goods/claim.ts')
const inCancelLines = inFile('lib/core/goods/cancel-lines.ts')
const inClaimDays = inFile('lib/core/goods/claim-days.ts')
const inParcel = inFile('lib/core/goods/parcel.ts')
const inMeans = inFile('lib/core/goods/means.ts')
const inPlaces = inFile('lib/core/goods/places.ts')
const inOrder = inFile('lib/core/order.ts')
const inOwed = inFile('lib/core/owed.ts')
const inRefund = inFile('lib/core/refund.ts')
const inWayThere = inFile('lib/core/goods/way-there.ts')
const inWish = inFile('lib/core/wish.ts')

/** Mistakes in the state machine that the random histories have to notice by themselves, without a test for each. */
export const ownBugs: readonly Bug[] = [
  inOrder('surplus money is kept', [
    "if (payingPayment(order)) return goesBack('surplus')",
    'if (payingPayment(order)) return [charged]',
  ]),
  inOrder('the last payment is kept instead of the first', [
    "if (payingPayment(order)) return goesBack('surplus')\n",
    '',
  ]),
  inOrder('money pays an order that its shopper has cancelled', [
    "if (order.cancelledBy || isDiminished(order.goods)) return goesBack('order_cancelled')\n",
    "if (isDiminished(order.goods)) return goesBack('order_cancelled')\n",
  ]),
  inOrder('late money pays what is sold out', [
    "if (stock === 'gone') return goesBack('sold_out')\n",
    '',
  ]),
  inAttempt('an attempt falls', [
    'rungs.indexOf(to) > rungs.indexOf(rung) ? [',
    'rungs.indexOf(to) !== rungs.indexOf(rung) ? [',
  ]),
  inRefund('a refund falls', [
    'if (refundRungs.indexOf(to) <= refundRungs.indexOf(rung)) return []',
    'if (to === rung) return []',
  ]),
  inBooks('what is on its way back counts as ours', [
    'isOnItsWay(refund) || isDone(refund)',
    'isDone(refund)',
  ]),
  inBooks('what was called off counts as ours', [
    'undone === null ? 0 : Math.max(0, left)',
    "undone !== 'never_came' ? 0 : Math.max(0, left)",
  ]),
  inBooks('what was given back by hand counts as ours', [
    'left - calledOff - byHand',
    'left - calledOff',
  ]),
  inDispute('what a second chargeback took counts as ours', ['- back + again)', '- back)']),
  inDispute('a reversal under another name brings nothing back', [
    "Math.max(told('returned'), again)",
    'again',
  ]),
  inWish('what failed is asked for as all that is left', [
    'Math.min(openOf(order, wish), left)',
    'left',
  ]),
  inOrder('what becomes ours again and must go back stays', [
    'return order.cancelledBy && kept\n',
    'return order.cancelledBy && kept && order.disputes.length === 0\n',
  ]),
  inOrder('a person gives back more than there is', [
    '!kept || amount.minor > refundable(order).minor',
    '!kept',
  ]),
  inMeans('goods leave while their money is contested', [
    "return isContested && despite === null ? 'contested' : null",
    'return null',
  ]),
  inMeans('goods leave whose money is not ours', [
    "  if (kept.minor === 0) return 'nothing_kept'\n",
    '',
  ]),
  inPlaces('lost goods are to be had once more', [
    'delivered - lost - cancelled',
    'delivered - cancelled',
  ]),
  inPlaces('what came back is with the shopper too', [
    'const gone = claimed + sellable + damaged',
    'const gone = claimed + damaged',
  ]),
  inPlaces('what is cancelled is paid for all the same', [
    'sumsOf(goods, line).cancelled +',
    '0 +',
  ]),
  inClaim('who got something faulty pays for the way back', [
    'const mayBeLess = remedy',
    'const mayBeLess = true || remedy',
  ]),
  inClaim('what is not ours is given back for goods', [
    'const amount = least(due, left)',
    'const amount = due',
  ]),
  inPlaces('a claimed piece is with its shopper too', [
    'delivered: delivered - fromDelivered,',
    'delivered,',
  ]),
  inPlaces('what comes back is put on the shelf twice', [
    'const putBack = offShelf(was) - offShelf(at) - cameBack',
    'const putBack = offShelf(was) - offShelf(at)',
  ]),
  inPlaces('an exchange is promised and never to be sent', [
    "lostOf(goods, line, 'same_goods') + exchangedOf(goods, line)",
    "lostOf(goods, line, 'same_goods')",
  ]),
  inParcel('cancelled lines are sent', [
    'whyNothingLeaves(means, despite) ?? problemOfPieces(named, there)',
    'whyNothingLeaves(means, despite)',
  ]),
  inParcel('a parcel that is claimed is lost', [
    "return isMissed ? 'claimed' : null",
    'return null',
  ]),
  inClaim('what did not arrive is paid for', [
    'const pieces = morePieces(goods.lines, claim.sellable, claim.damaged)',
    'const pieces = claim.pieces',
  ]),
  inClaim('more comes back than was claimed', ['  if (first) return first\n', '']),
  inClaim('what is withheld has no reason', [
    'const due = minus(minus(plus(goods, delivery), wayBack), wayThere)',
    'const due = minus(plus(goods, delivery), wayBack)',
  ]),
  inMeans('the way here is given back with each claim', [
    'keepsNothing(goods, pieces) ? paidForWay(goods) : noMoney',
    'paidForWay(goods)',
  ]),
  inMeans('a piece costs as much as its whole line', [
    'paidFor(line, unpaidOf(goods, line), countOf(pieces, line.id))',
    'paidFor(line, 0, line.quantity)',
  ]),
  inClaimDays('goods are claimed for ever', [
    'return last === null || isOpen(last, now)',
    'return true',
  ]),
  inCancelLines('lines are cancelled twice by one form', [
    "  if (goods.cancellations.some(({ id }) => id === wish)) return 'known'\n",
    '',
  ]),
  inCancelLines('who cancels what made delivery free has it free', [
    "who === 'shopper' ? wayThereOf(goods, pieces) : null",
    'null',
  ]),
  inCancelLines('a shopper pays for what the shop cannot send', [
    "who === 'shopper' ? wayThereOf(goods, pieces) : null",
    'wayThereOf(goods, pieces)',
  ]),
  inWayThere('the way there is paid for with each piece', [
    'waived.fee.minor - withheldOf(goods).minor',
    'waived.fee.minor',
  ]),
  inWayThere('what the shop could not send makes the way cost something', [
    "cancellations.filter(({ who }) => who === 'shopper').map(",
    'cancellations.map(',
  ]),
  inOrder('the same wish gives back twice', [
    'if (order.wishes.some(({ id }) => id === wish)) return []\n',
    '',
  ]),
  inOwed('a refund that failed is not asked for again', [
    'if (!isDead({ rung: to }) ||',
    "if (to !== 'reversed' ||",
  ]),
  inOrder('what the shopper brings back pays the order', [
    "if (kept) return { status: 'paid', why: null }\n",
    "if (kept || order.attempts.some(({ rung }) => rung === 'said_authorised'))\n    return { status: 'paid', why: null }\n",
  ]),
  inAttempt('a time limit ends what is being confirmed', [
    "  'expired', // our own time limit\n  'waiting',",
    "  'waiting',\n  'expired',",
  ]),
  inOrder('stock is kept by an order that died', [
    '(isOver || isHeldInVain(after))',
    'isHeldInVain(after)',
  ]),
  inOrder('goods are kept from others for as long as a payment takes', [
    '(isOver || isHeldInVain(after))',
    'isOver',
  ]),
  inOrder('a hopeful word puts goods aside after their time', [
    'if (!after.stockHeld && after.putsAside && status',
    'if (!after.stockHeld && status',
  ]),
  inOwed('nobody is told that money is back', [
    "if (to === 'done') return [{ job: 'mail', letter: 'refunded', event: at, due: at }]",
    "if (to === 'done') return []",
  ]),
  inOwed('the receipt is written again when a refund bounced', [
    "if (status === 'paid' && was !== 'refunded')",
    "if (status === 'paid')",
  ]),
  inRecord('what one event moved on the shelf the next one moves again', [
    'const moves = shelfMoves(whereIs(before), whereIs(after))',
    'const moves = shelfMoves(whereIs(order), whereIs(after))',
  ]),
  inOrders('what lies on the shelf for an order is told as it was before', [
    'JSON.stringify(toBeSent(after))',
    'JSON.stringify(toBeSent(order))',
  ]),
  inOpenClaim('a claim is opened and its words are lost', [
    'await insertClaim(tx, { orderId: id, id: asked.claim, words, at })',
    'void [insertClaim, tx, words, at]',
  ]),
]
