import type { Press } from '@/lib/simulator/endings'

type Words = {
  readonly demonstration: string
  readonly to: string
  readonly reference: string
  readonly choose: string
  readonly later: string
  readonly laterWhat: string
  readonly final: string
  readonly finals: Readonly<Record<'Authorised' | 'Refused', string>>
  readonly seconds: string
  readonly why: string
  readonly reasons: Readonly<Record<'2' | '12' | '20' | '23', string>>
  readonly over: string
  readonly overWhat: string
  readonly expiredWhat: string
  readonly back: string
  readonly done: string
  readonly doneWhat: string
  readonly returning: string
  readonly unknown: string
  readonly unknownWhat: string
  readonly hints: Readonly<Record<Press, string>>
}

/** The buttons keep their English names in both languages: tests press them by name. */
export const words: Readonly<Record<'ko' | 'en', Words>> = {
  ko: {
    demonstration: '데모입니다. 실제 돈은 이동하지 않습니다.',
    to: '판매자',
    reference: '주문 참조 번호',
    choose: '이 결제를 어떻게 끝낼까요?',
    later: '결과가 나중에 정해지는 결제',
    laterWhat: '쇼핑몰로 먼저 돌아가고, 최종 결과는 나중에 전달됩니다.',
    final: '최종 결과',
    finals: { Authorised: '승인', Refused: '거절' },
    seconds: '결과까지 걸리는 시간(초)',
    why: '거절 사유',
    reasons: { '2': '일반 거절', '12': '잔액 부족', '20': '사기 의심', '23': '허용되지 않는 거래' },
    over: '이미 끝난 결제입니다',
    overWhat: '이 결제는 이미 처리되어 다시 진행할 수 없습니다.',
    expiredWhat: '결제 시간이 지나 더 이상 진행할 수 없습니다.',
    back: '쇼핑몰로 돌아가기',
    done: '이 창을 닫아도 됩니다',
    doneWhat: '쇼핑몰로 돌아가지 않고 여기서 끝납니다.',
    returning: '쇼핑몰로 돌아가는 중입니다',
    unknown: '결제를 찾을 수 없습니다',
    unknownWhat: '링크가 잘렸거나 이 시뮬레이터의 결제가 아닙니다.',
    hints: {
      Approve: '결제를 승인하고 돌아갑니다',
      Refuse: '카카오페이가 결제를 거절합니다',
      Cancel: '구매자가 결제를 취소합니다',
      'Fail with an error': '처리 중 오류가 발생합니다',
      'Leave pending': '대기(Pending) 상태로 돌아갑니다',
      'Leave received': '접수(Received) 상태로 돌아갑니다',
      'Approve without returning': '승인되지만 쇼핑몰로 돌아가지 않습니다',
      'Close the window': '결제하지 않고 창을 닫습니다',
      'Cancel, then approve in the app': '취소하고 돌아간 뒤 앱에서 승인합니다',
    },
  },
  en: {
    demonstration: 'This is a demonstration, no money moves.',
    to: 'Merchant',
    reference: 'Reference',
    choose: 'How should this payment end?',
    later: 'A payment that is decided later',
    laterWhat: 'You go back to the shop first; the final result follows.',
    final: 'Final result',
    finals: { Authorised: 'Authorised', Refused: 'Refused' },
    seconds: 'Seconds until then',
    why: 'Reason for a refusal',
    reasons: {
      '2': 'Refused',
      '12': 'Not enough balance',
      '20': 'Suspected fraud',
      '23': 'Transaction not permitted',
    },
    over: 'This payment has ended',
    overWhat: 'It has been dealt with already and cannot be used again.',
    expiredWhat: 'Its time ran out, so it can no longer be paid.',
    back: 'Back to the shop',
    done: 'You can close this window',
    doneWhat: 'It ends here, without going back to the shop.',
    returning: 'Going back to the shop',
    unknown: 'There is no such payment',
    unknownWhat: 'The link was cut short, or it is not of this simulator.',
    hints: {
      Approve: 'The payment is approved and you go back',
      Refuse: 'KakaoPay refuses the payment',
      Cancel: 'The shopper cancels on this page',
      'Fail with an error': 'Something breaks while paying',
      'Leave pending': 'You go back with the result Pending',
      'Leave received': 'You go back with the result Received',
      'Approve without returning': 'Approved, but nobody comes back to the shop',
      'Close the window': 'Nothing is paid and nobody comes back',
      'Cancel, then approve in the app': 'Back as cancelled, approved on the phone moments later',
    },
  },
}
