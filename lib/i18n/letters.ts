import type { Settlement } from '../core/goods/goods'
import type { Locale } from '../core/locale'
import type { Letter } from '../core/owed'
import type { OwnReason } from '../core/refund'
import type { OrderEnd } from '../core/shown-outcome'

/** The letters that an order owes, and the one that somebody asks for. */
export type LetterKind = Letter | 'order_link'

/** What a letter says: bad news says who ended the order, and money that goes back that it was paid twice. */
export type LetterText = LetterKind | Extract<OrderEnd, 'left' | 'never_came'> | 'surplus'

/** The parts of what a settled claim gives back. */
export type SumPart = keyof Omit<Settlement, 'remedy'>

export type OrderWords = {
  readonly subject: Record<LetterText, (number: string) => string>
  readonly opening: Record<LetterText, (amount: string) => string>
  readonly next: Record<LetterText, string>
  readonly greeting: (name: string) => string
  readonly viewOrder: string
  readonly order: string
  readonly paidOn: string
  readonly method: string
  readonly item: string
  readonly quantity: string
  readonly amount: string
  readonly total: string
  readonly supply: string
  readonly vat: string
  readonly vatFree: string
  readonly refunded: string
  readonly goesBack: string
  readonly refundedSoFar: (refunded: string, came: string) => string
  readonly reason: string
  readonly how: string
  readonly sum: Record<SumPart, string>
  readonly why: Record<Exclude<OwnReason, 'asked'>, string>
  readonly delivery: string
  readonly deliveryFee: string
  readonly parcel: string
  readonly sent: string
  readonly comesBack: string
  readonly seller: string
  readonly demonstration: string
  readonly shop: string
}

/** What the letters say. Korean first; a missing sentence is a type error. */
export const orderLetters: Record<Locale, OrderWords> = {
  ko: {
    subject: {
      paid: (number) => `[노랑] 결제가 완료되었습니다 (주문 ${number})`,
      payment_failed: (number) => `[노랑] 결제에 실패했습니다 (주문 ${number})`,
      timed_out: (number) => `[노랑] 결제 시간이 지났습니다 (주문 ${number})`,
      never_came: (number) => `[노랑] 결제 금액이 들어오지 않았습니다 (주문 ${number})`,
      surplus: (number) => `[노랑] 두 번 결제된 금액을 돌려 드립니다 (주문 ${number})`,
      left: (number) => `[노랑] 결제를 취소하셔서 주문이 취소되었습니다 (주문 ${number})`,
      sold_out: (number) => `[노랑] 품절로 결제 금액을 돌려 드립니다 (주문 ${number})`,
      refund_requested: (number) => `[노랑] 환불을 시작했습니다 (주문 ${number})`,
      refund_stuck: (number) => `[노랑] 환불이 늦어지고 있습니다 (주문 ${number})`,
      handed_back: (number) => `[노랑] 금액을 돌려 드렸습니다 (주문 ${number})`,
      refunded: (number) => `[노랑] 환불이 완료되었습니다 (주문 ${number})`,
      order_link: (number) => `[노랑] 주문 페이지 링크 (주문 ${number})`,
      sent: (number) => `[노랑] 상품을 보내 드렸습니다 (주문 ${number})`,
      partly_sent: (number) => `[노랑] 상품 일부를 먼저 보내 드렸습니다 (주문 ${number})`,
      exchange_sent: (number) => `[노랑] 교환 상품을 보내 드렸습니다 (주문 ${number})`,
      claim_opened: (number) => `[노랑] 반품 신청을 받았습니다 (주문 ${number})`,
      claim_refused: (number) => `[노랑] 반품 신청을 받아들이지 못했습니다 (주문 ${number})`,
      claim_settled: (number) => `[노랑] 반품 처리가 끝났습니다 (주문 ${number})`,
    },
    opening: {
      paid: (amount) => `${amount} 결제가 확인되었습니다. 주문해 주셔서 감사합니다.`,
      payment_failed: () => '결제가 승인되지 않아 주문을 취소했습니다. 청구된 금액은 없습니다.',
      timed_out: () =>
        '정해진 시간 안에 결제가 끝나지 않아 주문을 취소했습니다. 청구된 금액은 없습니다.',
      left: () =>
        '결제를 취소하고 돌아오신 뒤 다시 결제하지 않으셔서 주문을 취소했습니다. 청구된 금액은 없습니다.',
      never_came: () =>
        '결제는 승인되었지만 금액이 저희에게 들어오지 않았습니다. 그래서 주문은 결제되지 않은 상태입니다.',
      surplus: (amount) =>
        `이 주문이 두 번 결제되어, 필요하지 않은 ${amount}을 결제하신 수단으로 모두 돌려 드리고 있습니다.`,
      sold_out: (amount) =>
        `${amount} 결제가 확인되었지만, 그 사이에 상품이 품절되었습니다. 결제하신 금액을 모두 돌려 드립니다.`,
      refund_requested: (amount) => `${amount}을 결제하신 수단으로 돌려 드리고 있습니다.`,
      refund_stuck: (amount) =>
        `${amount}을 결제하신 수단으로 돌려 드리지 못했습니다. 금액은 저희가 보관하고 있습니다.`,
      handed_back: (amount) => `${amount}을 결제 수단이 아닌 다른 방법으로 돌려 드렸습니다.`,
      refunded: (amount) => `${amount}을 돌려 드렸습니다. 결제하신 수단에서 확인하실 수 있습니다.`,
      order_link: () => '요청하신 주문 페이지의 링크를 보내 드립니다.',
      sent: () => '주문하신 상품이 방금 길을 나섰습니다. 보통 하루나 이틀이면 도착합니다.',
      partly_sent: () => '주문하신 상품 가운데 일부가 먼저 길을 나섰습니다.',
      exchange_sent: () => '교환해 드릴 상품이 방금 길을 나섰습니다.',
      claim_opened: () => '반품 신청을 잘 받았습니다.',
      claim_refused: () => '보내 주신 반품 신청을 살펴보았지만, 받아들이지 못했습니다.',
      claim_settled: () => '돌려보내신 상품을 잘 받아 처리했습니다.',
    },
    next: {
      paid: '상품을 준비하여 보내 드리겠습니다.',
      payment_failed: '아래 주문 페이지에서 다시 결제하거나 다른 결제 수단을 선택하실 수 있습니다.',
      timed_out: '아래 주문 페이지에서 언제든 다시 결제하실 수 있습니다.',
      left: '아래 주문 페이지에서 언제든 다시 결제하실 수 있습니다.',
      never_came: '아래 주문 페이지에서 다시 결제하거나 다른 결제 수단을 선택하실 수 있습니다.',
      surplus: '주문은 그대로 진행되며, 환불이 끝나면 다시 메일로 알려 드립니다.',
      sold_out: '환불이 끝나면 다시 메일로 알려 드립니다. 불편을 드려 죄송합니다.',
      refund_requested: '환불이 끝나면 다시 메일로 알려 드립니다.',
      refund_stuck:
        '담당자가 직접 확인하고 연락드리겠습니다. 다른 방법으로 받기를 원하시면 이 메일에 답장해 주세요.',
      handed_back: '아직 받지 못하셨다면 이 메일에 답장해 주세요.',
      refunded: '궁금한 점이 있으면 이 메일에 답장해 주세요.',
      order_link: '직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다.',
      sent: '받으신 날부터 7일 안에는 주문 페이지에서 반품을 신청하실 수 있습니다.',
      partly_sent: '나머지 상품도 준비되는 대로 보내 드리겠습니다.',
      exchange_sent: '문제가 있으면 주문 페이지에서 다시 신청하실 수 있습니다.',
      claim_refused: '궁금한 점이 있으면 이 메일에 답장해 주세요.',
      claim_settled:
        '환불이 끝나거나 교환 상품을 보내 드리면 다시 메일로 알려 드립니다. 궁금한 점이 있으면 이 메일에 답장해 주세요.',
      claim_opened:
        '상품을 거두어 갈 날을 곧 메일로 알려 드립니다. 상품이 돌아오면 3영업일 안에 결제 금액을 돌려 드리거나, 신청하신 대로 교환 상품을 보내 드립니다.',
    },
    greeting: (name) => `${name} 님, 안녕하세요.`,
    viewOrder: '주문 보기',
    order: '주문 번호',
    paidOn: '결제 일시',
    method: '결제 수단',
    item: '상품',
    quantity: '수량',
    amount: '금액',
    total: '합계',
    supply: '공급가액',
    vat: '부가세',
    vatFree: '면세 금액',
    refunded: '환불 금액',
    goesBack: '환불할 금액',
    refundedSoFar: (refunded, came) =>
      `결제하신 ${came} 가운데 지금까지 모두 ${refunded}을 돌려 드렸습니다.`,
    reason: '사유',
    how: '방법',
    sum: {
      goods: '상품 금액',
      delivery: '배송비',
      wayBack: '반품 배송비 차감',
      wayThere: '무료 배송이 되지 않는 주문의 배송비 차감',
      notOurs: '이미 돌려 드린 금액 차감',
      amount: '환불할 금액',
    },
    why: {
      order_cancelled: '주문 취소',
      surplus: '두 번 결제됨',
      sold_out: '품절',
      lines_cancelled: '주문 일부 취소',
      parcel_lost: '배송 중 분실 또는 파손',
      claim_settled: '반품',
    },
    delivery: '배송지',
    deliveryFee: '배송비',
    sent: '보내 드린 상품',
    comesBack: '반품 상품',
    parcel: '운송장',
    seller: '판매자',
    demonstration: '데모 상점입니다. 실제 돈은 이동하지 않습니다.',
    shop: '노랑',
  },
  en: {
    subject: {
      paid: (number) => `[Norang] Payment successful (order ${number})`,
      payment_failed: (number) => `[Norang] Payment failed (order ${number})`,
      timed_out: (number) => `[Norang] Payment timed out (order ${number})`,
      never_came: (number) => `[Norang] Your payment did not arrive (order ${number})`,
      surplus: (number) => `[Norang] Paid twice, your money goes back (order ${number})`,
      left: (number) => `[Norang] Payment cancelled (order ${number})`,
      sold_out: (number) => `[Norang] Sold out, your money goes back (order ${number})`,
      refund_requested: (number) => `[Norang] Your refund has started (order ${number})`,
      refund_stuck: (number) => `[Norang] Your refund is taking longer (order ${number})`,
      handed_back: (number) => `[Norang] Your money was given back (order ${number})`,
      refunded: (number) => `[Norang] Refund completed (order ${number})`,
      order_link: (number) => `[Norang] Your order page (order ${number})`,
      sent: (number) => `[Norang] Your order is on its way (order ${number})`,
      partly_sent: (number) => `[Norang] A part of your order is on its way (order ${number})`,
      exchange_sent: (number) => `[Norang] Your exchange is on its way (order ${number})`,
      claim_opened: (number) => `[Norang] We received your return request (order ${number})`,
      claim_refused: (number) => `[Norang] We could not accept your return (order ${number})`,
      claim_settled: (number) => `[Norang] Your return is settled (order ${number})`,
    },
    opening: {
      paid: (amount) => `Your payment of ${amount} is confirmed. Thank you for your order.`,
      payment_failed: () =>
        'The payment was not approved, so we cancelled the order. Nothing was charged.',
      timed_out: () =>
        'The payment was not completed in time, so we cancelled the order. Nothing was charged.',
      left: () =>
        'You cancelled the payment and did not pay in another way, so we cancelled the order. Nothing was charged.',
      never_came: () =>
        'Your payment was approved, but the money never reached us, so the order is not paid.',
      surplus: (amount) =>
        `This order was paid twice. ${amount} is not needed, and all of it is on its way back, to what you paid with.`,
      sold_out: (amount) =>
        `Your payment of ${amount} is confirmed, but the goods were sold out by then. All of it goes back to you.`,
      refund_requested: (amount) => `${amount} is on its way back, to what you paid with.`,
      refund_stuck: (amount) =>
        `We could not give ${amount} back to what you paid with. The money is with us.`,
      handed_back: (amount) => `We have given back ${amount} by another way than you paid.`,
      refunded: (amount) =>
        `We have given back ${amount}, to what you paid with. You can see it there.`,
      order_link: () => 'Here is the link of your order page, as you asked.',
      sent: () => 'Your order has just left us. It usually arrives within a day or two.',
      partly_sent: () => 'A part of your order has just left us.',
      exchange_sent: () => 'The goods that you get in exchange have just left us.',
      claim_opened: () => 'We have received your request to return this order.',
      claim_refused: () => 'We have looked at your return request, and could not accept it.',
      claim_settled: () => 'What you sent back is here, and your return is settled.',
    },
    next: {
      paid: 'We are getting your order ready to send.',
      payment_failed: 'You can pay again, or choose another payment method, on the order page.',
      timed_out: 'You can pay again at any time on the order page.',
      left: 'You can pay again at any time on the order page.',
      never_came: 'You can pay again, or choose another payment method, on the order page.',
      surplus: 'Your order goes on as it was. We will mail you again when the money is back.',
      sold_out: 'We will mail you again when it is back. We are sorry for the trouble.',
      refund_requested: 'We will mail you again when it is back.',
      refund_stuck:
        'Somebody of the shop is looking after it and will contact you. If you would like it by another way, please answer this mail.',
      handed_back: 'If it has not reached you, please answer this mail.',
      refunded: 'If anything is unclear, please answer this mail.',
      order_link: 'If it was not you who asked, you can ignore this mail.',
      sent: 'Within 7 days of receiving it you can ask for a return on the order page.',
      partly_sent: 'We send the rest as soon as it is ready.',
      exchange_sent: 'If something is wrong with it, you can ask again on the order page.',
      claim_refused: 'If anything is unclear, please answer this mail.',
      claim_settled:
        'We will mail you again when your money is back, or your exchange is on its way. If anything is unclear, please answer this mail.',
      claim_opened:
        'We will mail you the day on which it is collected. Once it is back, your money follows within three working days, or the exchange that you asked for.',
    },
    greeting: (name) => `Hello ${name},`,
    viewOrder: 'View order',
    order: 'Order number',
    paidOn: 'Paid on',
    method: 'Payment method',
    item: 'Item',
    quantity: 'Quantity',
    amount: 'Amount',
    total: 'Total',
    supply: 'Net amount',
    vat: 'VAT',
    vatFree: 'Free of VAT',
    refunded: 'Refunded',
    goesBack: 'To be refunded',
    refundedSoFar: (refunded, came) =>
      `Of the ${came} that you paid, ${refunded} has been given back so far.`,
    reason: 'Reason',
    how: 'How',
    sum: {
      goods: 'Goods',
      delivery: 'Delivery',
      wayBack: 'Less for sending it back',
      wayThere: 'Less for delivery, which is not free for the rest',
      notOurs: 'Less what was given back already',
      amount: 'To be refunded',
    },
    why: {
      order_cancelled: 'The order was cancelled',
      surplus: 'Paid twice',
      sold_out: 'Sold out',
      lines_cancelled: 'A part of the order was cancelled',
      parcel_lost: 'Lost or broken on its way',
      claim_settled: 'Goods that you sent back',
    },
    delivery: 'Delivery to',
    deliveryFee: 'Delivery',
    sent: 'In this parcel',
    comesBack: 'To come back',
    parcel: 'Tracking',
    seller: 'Seller',
    demonstration: 'Demonstration shop: no money moves.',
    shop: 'Norang',
  },
}
