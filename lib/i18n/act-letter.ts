import type { OwnerAct } from '../core/asker'
import type { Locale } from '../core/locale'

type Words = {
  readonly subject: Record<OwnerAct['kind'], (number: string) => string>
  readonly opening: Record<OwnerAct['kind'], string>
  readonly open: Record<OwnerAct['kind'], string>
  readonly once: string
  readonly ignore: string
}

/** What the letter says with a link that opens one act. Korean first; a missing sentence is a type error. */
export const actLetter: Record<Locale, Words> = {
  ko: {
    subject: {
      cancel: (number) => `[노랑] 주문 취소 링크 (주문 ${number})`,
      claim: (number) => `[노랑] 반품 신청 링크 (주문 ${number})`,
      end: () => '[노랑] 구독 해지 링크',
    },
    opening: {
      cancel: '요청하신 주문 취소 페이지의 링크를 보내 드립니다.',
      claim: '요청하신 반품 신청 페이지의 링크를 보내 드립니다.',
      end: '요청하신 구독 해지 페이지의 링크를 보내 드립니다.',
    },
    open: {
      cancel: '주문 취소 페이지 열기',
      claim: '반품 신청 페이지 열기',
      end: '구독 해지 페이지 열기',
    },
    once: '링크는 24시간 동안 한 번 쓸 수 있습니다. 여는 것만으로는 아무것도 바뀌지 않고, 그 페이지에서 내용을 확인한 뒤 마지막 버튼을 누르셔야 합니다.',
    ignore:
      '직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 이 링크를 다른 사람에게 보내지 마세요.',
  },
  en: {
    subject: {
      cancel: (number) => `[Norang] A link to cancel your order (order ${number})`,
      claim: (number) => `[Norang] A link to return your order (order ${number})`,
      end: () => '[Norang] A link to end your subscription',
    },
    opening: {
      cancel: 'Here is the link of the page on which you can cancel your order, as you asked.',
      claim: 'Here is the link of the page on which you can return your order, as you asked.',
      end: 'Here is the link of the page on which you can end your subscription, as you asked.',
    },
    open: {
      cancel: 'Open the page to cancel',
      claim: 'Open the page to return',
      end: 'Open the page to end it',
    },
    once: 'The link works once, for 24 hours. Opening it changes nothing: the page says what will happen, and has a last button.',
    ignore:
      'If it was not you who asked, you can ignore this mail. Do not pass the link on to anybody.',
  },
}
