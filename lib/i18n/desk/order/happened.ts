import type { Settlement } from '../../../core/goods/goods'
import type { GoodsEvent } from '../../../core/goods/judge'
import type { Pieces } from '../../../core/goods/lines'
import type { ParcelBrings } from '../../../core/goods/parcel'
import type { Locale } from '../../../core/locale'
import { formatMoney, type Money } from '../../../core/money'
import type { OrderEvent } from '../../../core/order'
import type { Outcome } from '../../../core/outcome'
import { goodsTerms } from './goods-terms'
import { moneyTerms } from './money-terms'

type Event<Type extends OrderEvent['type']> = Omit<Extract<OrderEvent, { type: Type }>, 'at'>
type Sentence<Type extends OrderEvent['type']> = (event: Event<Type>) => string
type Person = 'shopper' | 'merchant'

type HappenedWords = {
  readonly attempt_started: Sentence<'attempt_started'>
  readonly returned: (outcome: string) => string
  readonly outcome: Record<Outcome | 'unknown', string>
  readonly charged: Sentence<'charged'>
  readonly kept: Sentence<'kept'>
  readonly refund_requested: (event: Event<'refund_requested'>, why: string) => string
  readonly refund_found: (event: Event<'refund_found'>, stands: string) => string
  readonly refund_climbed: (event: Event<'refund_climbed'>, stands: string) => string
  readonly refund_let_be: Sentence<'refund_let_be'>
  readonly refund_adopted: Sentence<'refund_adopted'>
  readonly handed_back: Sentence<'handed_back'>
  readonly payment_undone: Sentence<'payment_undone'>
  readonly dispute_told: (event: Event<'dispute_told'>, step: string) => string
  readonly cancelled_by: (who: string) => string
  readonly stock_taken: string
  readonly stock_returned: string
  readonly stock_hold_over: string
  readonly became: (status: string, why: string | null) => string
  readonly people: Record<Person, string>
  readonly all: string
  readonly lines_cancelled: (event: Event<'lines_cancelled'>, pieces: string, who: string) => string
  readonly sent: Record<ParcelBrings, string>
  readonly despite: (reason: string) => string
  readonly moved: Record<Event<'parcel_moved'>['to'], string>
  readonly parcel_lost: Sentence<'parcel_lost'>
  readonly claim_opened: (who: string, pieces: string, ground: string, remedy: string) => string
  readonly claim_refused: Sentence<'claim_refused'>
  readonly claim_withdrawn: string
  readonly claim_arrived: (what: string) => string
  readonly claim_settled: (how: string) => string
  readonly sentAgain: string
  readonly goesBack: (amount: string, parts: string) => string
  readonly part: Record<Exclude<keyof Settlement, 'remedy' | 'amount'>, (amount: string) => string>
}

const saying = (words: string | null) => (words === null ? '' : `: "${words}"`)

const words: Record<Locale, HappenedWords> = {
  ko: {
    attempt_started: ({ number }) => `${number}번째 결제를 시작했습니다`,
    returned: (outcome) => `고객이 결제에서 돌아왔습니다: ${outcome}`,
    outcome: {
      approved: '승인',
      waiting: '대기',
      left: '취소하고 나옴',
      refused: '거절',
      broken: '오류',
      unknown: '아직 모름',
    },
    charged: ({ amount, payment }) => `${formatMoney(amount)}이 들어왔습니다 (${payment})`,
    kept: ({ payment }) => `결제 ${payment}: 이 돈으로 주문이 결제되었습니다`,
    refund_requested: ({ amount, reason, number }, why) =>
      `${formatMoney(amount)}을 환불합니다. ${why}${saying(reason)}${number > 1 ? ` (${number}번째 시도)` : ''}`,
    refund_found: ({ amount, refund }, stands) =>
      `Adyen에서 직접 ${formatMoney(amount)}을 환불했습니다 (${refund}): ${stands}`,
    refund_climbed: ({ refund }, stands) => `환불 ${refund}: ${stands}`,
    refund_let_be: ({ refund }) => `환불 ${refund}: 다시 요청할 것이 남아 있지 않습니다`,
    refund_adopted: ({ refund }) =>
      `환불 ${refund}: Adyen에서 직접 한 이 환불이 여기서 요청한 환불을 대신합니다`,
    handed_back: ({ amount, reason }) =>
      `${formatMoney(amount)}을 다른 방법으로 돌려주었습니다${saying(reason)}`,
    payment_undone: ({ how, payment, amount }) =>
      how === 'cancelled'
        ? `결제 ${payment}: Adyen에서 취소되어 ${formatMoney(amount)}이 돌아갔습니다`
        : `결제 ${payment}: ${formatMoney(amount)}이 들어오지 않았습니다`,
    dispute_told: ({ dispute, amount }, step) =>
      `이의 제기 ${dispute}: ${step}${amount === null ? '' : ` (${formatMoney(amount)})`}`,
    cancelled_by: (who) => `${who}가 주문을 취소했습니다`,
    stock_taken: '재고에서 상품을 확보했습니다',
    stock_returned: '상품이 재고로 돌아갔습니다',
    stock_hold_over: '결제될 때까지 상품을 더 확보해 두지 않습니다',
    became: (status, why) => `주문 상태: ${status}${why === null ? '' : ` (${why})`}`,
    people: { shopper: '구매자', merchant: '판매자' },
    all: '전부',
    lines_cancelled: ({ amount, reason }, pieces, who) =>
      `${who}가 일부를 취소했습니다: ${pieces}, ${formatMoney(amount)} 환불${saying(reason)}`,
    sent: {
      all: '상품을 보냈습니다',
      part: '상품 일부를 보냈습니다',
      exchange: '교환 상품을 보냈습니다',
    },
    despite: (reason) => `, 이의 제기 중이지만${saying(reason)}`,
    moved: {
      delivered: '배송이 완료되었습니다',
      unsent: '발송하지 않은 것으로 바로잡았습니다',
      came_back: '뜯지 않은 채 돌아왔습니다',
    },
    parcel_lost: ({ remedy, amount }) =>
      remedy === 'money'
        ? `상자가 분실되어 ${formatMoney(amount)}이 환불됩니다`
        : '상자가 분실되어 같은 상품을 다시 보냅니다',
    claim_opened: (who, pieces, ground, remedy) =>
      `${who}가 반품을 신청했습니다: ${pieces} (${ground}, ${remedy})`,
    claim_refused: ({ reason }) => `반품을 거절했습니다${saying(reason)}`,
    claim_withdrawn: '반품을 거두었습니다',
    claim_arrived: (what) => `반품 상품이 도착했습니다: ${what}`,
    claim_settled: (how) => `반품을 정산했습니다: ${how}`,
    sentAgain: '같은 상품을 다시 보냅니다',
    goesBack: (amount, parts) => `${amount} 환불 (${parts})`,
    part: {
      goods: (amount) => `상품 ${amount}`,
      delivery: (amount) => `배송비 ${amount}`,
      wayBack: (amount) => `반송비 −${amount}`,
      wayThere: (amount) => `처음 배송비 −${amount}`,
      notOurs: (amount) => `이미 나간 금액 −${amount}`,
    },
  },
  en: {
    attempt_started: ({ number }) => `payment ${number} was begun`,
    returned: (outcome) => `the shopper came back from the wallet: ${outcome}`,
    outcome: {
      approved: 'approved',
      waiting: 'waiting',
      left: 'left',
      refused: 'refused',
      broken: 'broken',
      unknown: 'nobody knows yet',
    },
    charged: ({ amount, payment }) => `${formatMoney(amount)} came, as ${payment}`,
    kept: ({ payment }) => `${payment} pays the order`,
    refund_requested: ({ amount, reason, number }, why) =>
      `${formatMoney(amount)} are to go back, ${why}${saying(reason)}${number > 1 ? ` (try ${number})` : ''}`,
    refund_found: ({ amount, refund }, stands) =>
      `${formatMoney(amount)} were given back at Adyen, as ${refund}: ${stands}`,
    refund_climbed: ({ refund }, stands) => `refund ${refund}: ${stands}`,
    refund_let_be: ({ refund }) =>
      `refund ${refund} was due again, and there was nothing to ask for`,
    refund_adopted: ({ refund }) => `refund ${refund}, made at Adyen, is what was asked for here`,
    handed_back: ({ amount, reason }) =>
      `${formatMoney(amount)} were given back by another road${saying(reason)}`,
    payment_undone: ({ how, payment, amount }) =>
      how === 'cancelled'
        ? `${payment} was cancelled at Adyen: ${formatMoney(amount)} went back`
        : `${payment} was not to be had: ${formatMoney(amount)} never came`,
    dispute_told: ({ dispute, amount }, step) =>
      `dispute ${dispute}: ${step}${amount === null ? '' : `, ${formatMoney(amount)}`}`,
    cancelled_by: (who) => `cancelled by ${who}`,
    stock_taken: 'its goods were taken out of stock',
    stock_returned: 'its goods went back into stock',
    stock_hold_over: 'its goods are kept from nobody any more until it is paid',
    became: (status, why) => `the order is ${status}${why === null ? '' : ` (${why})`}`,
    people: { shopper: 'the shopper', merchant: 'the shop' },
    all: 'all of it',
    lines_cancelled: ({ amount, reason }, pieces, who) =>
      `${pieces} cancelled by ${who}, ${formatMoney(amount)} go back${saying(reason)}`,
    sent: { all: 'sent', part: 'partly sent', exchange: 'an exchange was sent' },
    despite: (reason) => `, despite a dispute${saying(reason)}`,
    moved: {
      delivered: 'delivered',
      unsent: 'it was not sent after all',
      came_back: 'it came back unopened',
    },
    parcel_lost: ({ remedy, amount }) =>
      remedy === 'money'
        ? `a parcel was lost, ${formatMoney(amount)} go back`
        : 'a parcel was lost, and the same goods are to be sent again',
    claim_opened: (who, pieces, ground, remedy) =>
      `${who} wants to give back ${pieces}: ${ground}, for ${remedy}`,
    claim_refused: ({ reason }) => `that was refused${saying(reason)}`,
    claim_withdrawn: 'the shopper keeps it after all',
    claim_arrived: (what) => `came back: ${what}`,
    claim_settled: (how) => `settled: ${how}`,
    sentAgain: 'the same goods are to be sent again',
    goesBack: (amount, parts) => `${amount} go back: ${parts}`,
    part: {
      goods: (amount) => `${amount} for the goods`,
      delivery: (amount) => `${amount} for their delivery`,
      wayBack: (amount) => `${amount} less for sending them back`,
      wayThere: (amount) =>
        `${amount} less for a delivery that was free only because more was ordered`,
      notOurs: (amount) => `${amount} less because it went back already, or is not ours any more`,
    },
  },
}

/** Who reads it, and how pieces of lines are called there. */
export type Reading = {
  readonly locale: Locale
  readonly named: (pieces: Pieces) => string
}

/** What happened to an order, for a person of the shop. */
export function happenedText(event: OrderEvent, reading: Reading): string {
  const w = words[reading.locale]
  const terms = moneyTerms[reading.locale]
  switch (event.type) {
    case 'attempt_started':
      return w.attempt_started(event)
    case 'returned':
      return w.returned(w.outcome[event.outcome ?? 'unknown'])
    case 'climbed':
      return terms.attempt[event.to]
    case 'charged':
      return w.charged(event)
    case 'kept':
      return w.kept(event)
    case 'refund_requested':
      return w.refund_requested(event, terms.reason[event.why])
    case 'refund_found':
      return w.refund_found(event, terms.refund[event.rung])
    case 'refund_climbed':
      return w.refund_climbed(event, terms.refund[event.to])
    case 'refund_let_be':
      return w.refund_let_be(event)
    case 'refund_adopted':
      return w.refund_adopted(event)
    case 'handed_back':
      return w.handed_back(event)
    case 'payment_undone':
      return w.payment_undone(event)
    case 'dispute_told':
      return w.dispute_told(event, terms.dispute[event.step])
    case 'cancelled_by':
      return w.cancelled_by(w.people[event.who])
    case 'stock_taken':
    case 'stock_returned':
    case 'stock_hold_over':
      return w[event.type]
    case 'became':
      return w.became(terms.status[event.status], event.why && terms.why[event.why])
    default:
      return goodsText(event, reading)
  }
}

function goodsText(event: GoodsEvent, reading: Reading): string {
  const { locale, named } = reading
  const w = words[locale]
  const terms = goodsTerms[locale]
  switch (event.type) {
    case 'lines_cancelled':
      return (
        w.lines_cancelled(event, named(event.pieces), w.people[event.who]) +
        (event.wayThere.minor > 0 ? `, ${w.part.wayThere(formatMoney(event.wayThere))}` : '')
      )
    case 'parcel_sent': {
      const which = event.pieces && event.brings !== 'all' ? `: ${named(event.pieces)}` : ''
      return `${w.sent[event.brings]}${which}${event.despite === null ? '' : w.despite(event.despite)}`
    }
    case 'parcel_moved':
      return w.moved[event.to]
    case 'parcel_lost':
      return w.parcel_lost(event)
    case 'claim_opened':
      return w.claim_opened(
        w.people[event.by],
        event.pieces ? named(event.pieces) : w.all,
        terms.ground[event.ground],
        terms.remedy[event.remedy],
      )
    case 'claim_refused':
      return w.claim_refused(event)
    case 'claim_withdrawn':
      return w.claim_withdrawn
    case 'claim_arrived':
      return w.claim_arrived(arrivedText(event, reading))
    case 'claim_settled':
      return w.claim_settled(settlementText(event.settlement, locale))
  }
}

/** `2 of line 1 sellable; 1 of line 1 damaged`. */
export const arrivedText = (
  { sellable, damaged }: { readonly sellable: Pieces; readonly damaged: Pieces },
  { locale, named }: Reading,
): string =>
  [
    sellable.length > 0 ? `${named(sellable)} ${goodsTerms[locale].sellable}` : '',
    damaged.length > 0 ? `${named(damaged)} ${goodsTerms[locale].damaged}` : '',
  ]
    .filter(Boolean)
    .join('; ')

const parts = ['delivery', 'wayBack', 'wayThere', 'notOurs'] as const

/** Every won with its reason: `₩12,000 go back: ₩15,000 for the goods, less ₩3,000 for sending them back`. */
export function settlementText(settlement: Settlement, locale: Locale): string {
  const w = words[locale]
  if (settlement.remedy === 'same_goods') return w.sentAgain
  const said = (part: keyof HappenedWords['part'], money: Money) => w.part[part](formatMoney(money))
  const reasons = [
    said('goods', settlement.goods),
    ...parts
      .filter((part) => settlement[part].minor > 0)
      .map((part) => said(part, settlement[part])),
  ]
  return w.goesBack(formatMoney(settlement.amount), reasons.join(', '))
}
