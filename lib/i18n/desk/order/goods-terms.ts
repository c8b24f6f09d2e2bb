import type { Ground, ParcelState, Remedy } from '../../../core/goods/goods'
import type { GoodsProblem } from '../../../core/goods/means'
import type { LinePlaces } from '../../../core/goods/places'
import type { Standing } from '../../../core/goods/standing'
import type { Locale } from '../../../core/locale'

type GoodsTerms = {
  readonly ground: Record<Ground, string>
  readonly remedy: Record<Remedy, string>
  readonly place: Record<keyof LinePlaces['at'], string>
  readonly parcel: Record<ParcelState, string>
  readonly standing: Record<Standing, string>
  readonly sellable: string
  readonly damaged: string
}

/** What goods, parcels and claims are called by people of the shop. Korean first; a missing word is a type error. */
export const goodsTerms: Record<Locale, GoodsTerms> = {
  ko: {
    ground: {
      changed_mind: '단순 변심',
      faulty: '하자',
      other_than_described: '오배송',
      not_said: '사유 없음',
    },
    remedy: { money: '환불', same_goods: '교환' },
    place: {
      on_the_shelf: '진열',
      reserved: '확보',
      to_be_sent: '발송 대기',
      under_way: '배송 중',
      delivered: '배송 완료',
      coming_back: '반품 중',
      back_in_stock: '재입고',
      written_off: '폐기',
      given_back_unsent: '발송 전 취소',
    },
    parcel: {
      sent: '배송 중',
      delivered: '배송 완료',
      unsent: '발송 취소',
      came_back: '반송',
      lost: '분실·파손',
    },
    standing: {
      here: '발송 전',
      partly_sent: '일부 발송',
      sent: '발송',
      delivered: '배송 완료',
      claimed: '반품 신청',
    },
    sellable: '재판매 가능',
    damaged: '파손',
  },
  en: {
    ground: {
      changed_mind: 'changed their mind',
      faulty: 'faulty',
      other_than_described: 'other than described',
      not_said: 'no reason was asked for',
    },
    remedy: { money: 'money', same_goods: 'the same goods' },
    place: {
      on_the_shelf: 'on the shelf',
      reserved: 'put aside',
      to_be_sent: 'to be sent',
      under_way: 'under way',
      delivered: 'delivered',
      coming_back: 'coming back',
      back_in_stock: 'back in stock',
      written_off: 'written off',
      given_back_unsent: 'given back unsent',
    },
    parcel: {
      sent: 'under way',
      delivered: 'delivered',
      unsent: 'not sent after all',
      came_back: 'came back unopened',
      lost: 'lost',
    },
    standing: {
      here: 'not sent yet',
      partly_sent: 'partly sent',
      sent: 'sent',
      delivered: 'delivered',
      claimed: 'return asked for',
    },
    sellable: 'sellable',
    damaged: 'damaged',
  },
}

/** Why nothing was changed, for a person of the shop. */
export const goodsProblems: Record<Locale, Record<GoodsProblem, string>> = {
  ko: {
    known: '이미 처리된 일입니다',
    no_pieces: '그런 상품이 없습니다',
    line_twice: '같은 줄을 두 번 적었습니다',
    more_than_there_are: '수량이 남은 것보다 많습니다',
    not_paid: '결제되지 않은 주문입니다',
    nothing_kept: '이 주문으로 받은 돈이 남아 있지 않습니다',
    contested: '결제에 이의가 제기되어 있습니다. 그래도 보내려면 까닭을 적어 주세요',
    sold_out: '같은 상품의 재고가 없습니다. 대신 환불해 주세요',
    play_money: '시뮬레이터의 가짜 돈으로 결제된 주문이라 보낼 수 없습니다',
    all_of_it: '남은 상품 전부입니다. 주문 전체를 취소해 주세요',
    way_unread: '배송비를 빼는 것을 구매자가 아직 보지 못했습니다',
    no_such_parcel: '그런 상자가 없습니다',
    not_under_way: '배송 중인 상자가 아닙니다',
    claimed: '그 상자의 상품에 반품이 신청되어 있습니다',
    no_such_claim: '그런 반품이 없습니다',
    too_late: '기한이 지났습니다',
    only_for_faults: '단순 변심은 교환할 수 없습니다',
    too_often: '이 주문에 반품이 너무 여러 번 신청되었습니다',
    over: '이미 끝난 반품입니다',
    arrived: '상품이 이미 도착했습니다. 정산하거나 거절해 주세요',
    not_arrived: '상품이 아직 도착하지 않았습니다',
    may_not_withhold: '배송비는 단순 변심으로 환불할 때에만 뺄 수 있습니다',
  },
  en: {
    known: 'it was said before',
    no_pieces: 'there is nothing of the kind in it',
    line_twice: 'a line was named twice',
    more_than_there_are: 'there are not so many',
    not_paid: 'it is not paid',
    nothing_kept: 'nothing that was paid for it is still yours',
    contested: 'somebody contests its payment: say why it goes all the same',
    sold_out: 'the same goods are not in stock: give the money instead',
    play_money: 'nothing is sent for the play money of the simulator',
    all_of_it: 'that is all there is: cancel the order instead',
    way_unread: 'its shopper has not read what is kept for delivery',
    no_such_parcel: 'there is no such parcel',
    not_under_way: 'that parcel is not under way',
    claimed: 'somebody is giving back what was in that parcel',
    no_such_claim: 'there is no such claim',
    too_late: 'its time is over',
    only_for_faults: 'who changed their mind has no exchange',
    too_often: 'its shopper asked for too many returns of it',
    over: 'that claim is over',
    arrived: 'its goods are here already: settle it, or refuse it',
    not_arrived: 'its goods have not arrived',
    may_not_withhold: 'a way is paid only by who changed their mind and gets money',
  },
}
