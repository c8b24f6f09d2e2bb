import type { MoneyScriptName } from '@/lib/simulator/payment/money-scripts'

type AfterwardsWords = {
  readonly label: string
  readonly choices: Readonly<Record<'nothing' | MoneyScriptName, string>>
}

/** What may happen to the money once it was paid. */
export const afterwardsWords: Readonly<Record<'ko' | 'en', AfterwardsWords>> = {
  ko: {
    label: '승인한 뒤에 돈에 생기는 일',
    choices: {
      nothing: '아무 일도 없음',
      refunded_elsewhere: '1분 뒤 Adyen에서 전액 환불',
      half_refunded_elsewhere: '1분 뒤 Adyen에서 절반 환불',
      cancelled_elsewhere: '1분 뒤 Adyen에서 취소',
      missing_amount: '바로 취소, 금액 없이 통보',
      cancel_or_refund: '1분 뒤 취소 또는 환불 (CANCEL_OR_REFUND)',
      technical_cancel: '1분 뒤 기술적 취소 (TECHNICAL_CANCEL)',
      capture_failed: '1분 뒤 매입 실패: 돈이 들어오지 않음',
      chargeback: '2분 뒤 차지백',
      chargeback_of_half: '2분 뒤 절반만 차지백',
      dispute_won: '차지백이 4분 뒤 번복됨',
      dispute_lost: '번복된 뒤 두 번째 차지백',
      arbitration: '번복된 뒤 중재까지 가서 이김',
      information_requested: '정보 요청과 사기 알림만, 돈은 그대로',
    },
  },
  en: {
    label: 'Afterwards, if you approve: the money',
    choices: {
      nothing: 'nothing',
      refunded_elsewhere: 'all given back at Adyen, a minute later',
      half_refunded_elsewhere: 'half given back at Adyen, a minute later',
      cancelled_elsewhere: 'cancelled at Adyen, a minute later',
      missing_amount: 'cancelled at once, told without amount',
      cancel_or_refund: 'CANCEL_OR_REFUND, a minute later',
      technical_cancel: 'TECHNICAL_CANCEL, a minute later',
      capture_failed: 'the capture fails a minute later: no money comes',
      chargeback: 'charged back after two minutes',
      chargeback_of_half: 'half charged back after two minutes',
      dispute_won: 'a chargeback, reversed after four minutes',
      dispute_lost: 'a chargeback, reversed, then a second one',
      arbitration: 'a chargeback, reversed, and won in arbitration',
      information_requested: 'questions and a fraud alert, no money moves',
    },
  },
}
