import type { Bug } from './bug'

const noticedBy = {
  file: 'lib/proof/simulation/history.test.ts',
  test: '20,000 random histories keep every promise about money, and reach all there is to reach',
}

const inOrder = (name: string, from: string, to: string): Bug => ({
  name,
  seenIn: 'nobody, so far',
  file: 'lib/core/order.ts',
  changes: [[from, to]],
  noticedBy,
})

/** Mistakes in the state machine that the random histories have to notice by themselves, without a test for each. */
export const ownBugs: readonly Bug[] = [
  inOrder(
    'surplus money is kept',
    "if (order.kept) return goesBack('surplus')",
    'if (order.kept) return [charged]',
  ),
  inOrder(
    'the last payment is kept instead of the first',
    "if (order.kept) return goesBack('surplus')\n",
    '',
  ),
  inOrder(
    'money pays an order that its shopper has cancelled',
    "if (order.cancelledBy) return goesBack('order_cancelled')\n",
    '',
  ),
  inOrder(
    'late money pays what is sold out',
    "if (stock === 'gone') return goesBack('sold_out')\n",
    '',
  ),
  inOrder(
    'an attempt falls',
    'rungs.indexOf(to) > rungs.indexOf(rung) ? [',
    'rungs.indexOf(to) !== rungs.indexOf(rung) ? [',
  ),
  inOrder(
    'a refund falls',
    'if (refundRungs.indexOf(to) <= refundRungs.indexOf(refund.rung)) return []',
    'if (to === refund.rung) return []',
  ),
  inOrder(
    'a refund is asked for again while it is on its way',
    "refund.rung !== 'failed' && refund.rung !== 'reversed')\n  return minus",
    "refund.rung === 'done')\n  return minus",
  ),
  inOrder(
    'a refund that failed is not asked for again',
    "const lost = event.to === 'failed' || event.to === 'reversed'",
    "const lost = event.to === 'reversed'",
  ),
  inOrder(
    'what the shopper brings back pays the order',
    "if (kept) return { status: 'paid', why: null }\n",
    "if (kept || order.attempts.some(({ rung }) => rung === 'said_authorised'))\n    return { status: 'paid', why: null }\n",
  ),
  inOrder(
    'a time limit ends what is being confirmed',
    "  'expired', // our own time limit\n  'waiting',",
    "  'waiting',\n  'expired',",
  ),
  inOrder(
    'stock is kept by an order that died',
    "(status.status === 'cancelled' || isHeldInVain(after))",
    'isHeldInVain(after)',
  ),
  inOrder(
    'goods are kept from others for as long as a payment takes',
    "(status.status === 'cancelled' || isHeldInVain(after))",
    "status.status === 'cancelled'",
  ),
  inOrder(
    'a hopeful word puts goods aside after their time',
    'if (!after.stockHeld && after.putsAside && status',
    'if (!after.stockHeld && status',
  ),
  inOrder(
    'nobody is told that money is back',
    "if (event.to === 'done') return [{ job: 'mail', letter: 'refunded', event: at, due: at }]",
    "if (event.to === 'done') return []",
  ),
  inOrder(
    'the receipt is written again when a refund bounced',
    "if (status === 'paid' && was !== 'refunded')",
    "if (status === 'paid' || was === 'refunded')",
  ),
]
