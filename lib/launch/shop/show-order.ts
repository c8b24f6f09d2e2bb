import { formatMoney, krw } from '@/lib/core/money'
import { dialledPhone } from '@/lib/core/typed/phone'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'
import { type Command, DONE, findTypedOrder, REFUSED, type Till, type Typed } from './command'
import { type OrderDetails, orderDetails, type WishDetails } from './order-details'
import { problemText } from './problem-text'
import { seoulTime } from './seoul-time'

export const showCommand: Command = {
  usage: 'order <number> show',
  does: 'all that is known of an order: goods, money, payments, refunds, disputes, parcel, history',
  options: ['json'],
  run: showOrder,
}

async function showOrder(till: Till, { words, options }: Typed): Promise<number> {
  const { db, shop } = till.shop
  const found = await findTypedOrder(till, words[0])
  if (!found) return REFUSED
  const details = await orderDetails(db, found.order, found.row)
  if (options.json) till.print(JSON.stringify(details, null, 2))
  else for (const line of textOf(details, shop.baseUrl)) till.print(line)
  return DONE
}

const won = (amount: number) => formatMoney(krw(amount))
const row = (label: string, value: string) => `  ${label.padEnd(17)} ${value}`
/** Nothing to say is not said. */
const part = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines]

function textOf(order: OrderDetails, baseUrl: string): string[] {
  const { number, status, why, to, money, parcel, subscription } = order
  const end = why === null ? '' : ` (${why.replaceAll('_', ' ')})`
  return [
    `Order ${number}: ${status.replace('_', ' ')}${end}`,
    row('placed', `${seoulTime(order.placedAt)} in Seoul`),
    row('to', [to.name, dialledPhone(to.phone), to.email].join(', ')),
    row('', `${to.postcode} ${to.address} ${to.addressDetail}`),
    ...(to.deliveryNote === '' ? [] : [row('', to.deliveryNote)]),
    row('page', `${baseUrl}/ko/orders/${order.id}`),
    ...(subscription === null
      ? []
      : [
          row(
            'subscription',
            `delivery ${subscription.period} of ${subscription.plan}, which is ${subscription.status.replace('_', ' ')}`,
          ),
        ]),
    ...part('Goods', [
      ...order.lines.map(lineText),
      ...(order.chargedFor === null ? [] : [row('charged for', order.chargedFor)]),
      row(won(order.deliveryFee), 'delivery'),
      row(won(order.total), 'in all'),
    ]),
    ...part('Money', [
      row('came', won(money.came)),
      row('kept', won(money.kept)),
      row('on its way back', won(money.onItsWay)),
      row('given back', won(money.givenBack)),
      row('taken (disputes)', won(money.taken)),
      ...(money.added > 0 ? [row('added by the shop', won(money.added))] : []),
    ]),
    ...part('Payments', [
      ...order.payments.map(paymentText),
      ...order.unpaidAttempts.map(attemptText),
    ]),
    ...part('Money asked back', order.wishes.flatMap(wishText)),
    ...part(
      'Given back at Adyen, without the shop',
      order.elsewhere.map(({ amount, reference, rung }) =>
        row(won(amount), `${reference}: ${moneyTerms.en.refund[rung]}`),
      ),
    ),
    ...part(
      'Given back by another road',
      order.handedBack.map(({ amount, how }) => row(won(amount), how)),
    ),
    ...part('Disputes', order.disputes.flatMap(disputeText)),
    ...part('Parcel', [
      row(goodsTerms.en.standing[parcel.state], parcel.tracking ?? ''),
      row('', order.places),
      ...(order.sendingNeedsAWord && parcel.state === 'here'
        ? [row('', 'its payment is contested: it is sent only with --despite "why"')]
        : []),
      ...order.parcels.map(parcelText),
    ]),
    ...part('Goods that come back', order.claims.flatMap(claimText)),
    ...part(
      'History, by the clock in Seoul',
      order.history.map(({ at, what }) => row(seoulTime(at), what)),
    ),
  ].map((line) => line.trimEnd())
}

/** As many as are still to be had: who packs looks here. The amounts are those of the order. */
function lineText(line: OrderDetails['lines'][number], index: number) {
  const { name, option, quantity, cancelled, total } = line
  const what = [`${quantity - cancelled} × ${name}`, option].filter(Boolean).join(', ')
  const less = cancelled === 0 ? '' : ` (${quantity} ordered, ${cancelled} cancelled)`
  return row(won(total), `line ${index + 1}: ${what}${less}`)
}

const attemptText = ({ number, ourReference, rung }: OrderDetails['unpaidAttempts'][number]) =>
  row(
    'unpaid',
    `payment ${number}, our reference ${ourReference ?? '?'}: ${moneyTerms.en.attempt[rung]}`,
  )

const parcelText = (
  { state, isExchange, pieces, tracking }: OrderDetails['parcels'][number],
  index: number,
) =>
  row(
    `parcel ${index + 1}`,
    [goodsTerms.en.parcel[state], isExchange ? 'an exchange' : '', pieces, tracking ?? '']
      .filter(Boolean)
      .join(', '),
  )

function claimText(claim: OrderDetails['claims'][number], index: number) {
  const { state, pieces, why, words, arrived, refused, settled } = claim
  return [
    row(`claim ${index + 1}`, `${state}: ${pieces}; ${why}`),
    ...[words && `"${words}"`, arrived, refused, settled]
      .flatMap((text) => text || [])
      .map((text) => row('', text)),
  ]
}

const undoneWords = { cancelled: 'cancelled at Adyen', never_came: 'never came' } as const

const paymentText = ({ payment, amount, ourReference, paysTheOrder, undone }: Payment) =>
  row(
    won(amount),
    [
      payment,
      `our reference ${ourReference ?? '?'}`,
      paysTheOrder ? 'pays the order' : 'surplus',
      undone === null ? '' : undoneWords[undone],
    ]
      .filter(Boolean)
      .join(', '),
  )
type Payment = OrderDetails['payments'][number]

function wishText({ amount, why, reason, state, wish, tries, nextTryAt }: WishDetails): string[] {
  const cause = why === 'elsewhere' ? '' : moneyTerms.en.reason[why]
  const about = [state, cause, reason === null ? '' : `"${reason}"`].filter(Boolean).join('; ')
  return [
    row(won(amount), about),
    row('', `wish ${wish}`),
    ...tries.map(({ rung, askedAt, reference, problem }, index) =>
      row(
        '',
        [
          `try ${index + 1}: ${moneyTerms.en.refund[rung]}`,
          askedAt === null ? '' : `asked ${seoulTime(askedAt)}`,
          reference === null ? '' : `Adyen's reference ${reference}`,
          problem === null ? '' : `because: ${problemText(problem)}`,
        ]
          .filter(Boolean)
          .join(', '),
      ),
    ),
    ...(nextTryAt === null ? [] : [row('', `next try ${seoulTime(nextTryAt)}`)]),
  ]
}

function disputeText({ id, amount, steps, deadline, outcome }: OrderDetails['disputes'][number]) {
  return [
    row(amount === null ? 'amount not said' : won(amount), `${id}: ${outcome ?? 'open'}`),
    ...steps.map((step) => row('', moneyTerms.en.dispute[step])),
    ...(deadline === null
      ? []
      : [row('', `to be answered in Adyen's Customer Area until ${seoulTime(deadline)}`)]),
  ]
}
