import type { returnWays, WalletButton } from '@/lib/simulator/payment/endings'

type Sentence =
  | 'demonstration'
  | 'to'
  | 'reference'
  | 'left'
  | 'choose'
  | 'inApp'
  | 'script'
  | 'scan'
  | 'scanAlt'
  | 'scanWhat'
  | 'openPhone'
  | 'appWhat'
  | 'continue'
  | 'later'
  | 'laterWhat'
  | 'final'
  | 'seconds'
  | 'why'
  | 'way'
  | 'timeHint'
  | 'over'
  | 'overWhat'
  | 'expiredWhat'
  | 'errorHint'
  | 'closeHint'
  | 'back'
  | 'backWithout'
  | 'backAgain'
  | 'addressTitle'
  | 'addressWhat'
  | 'address'
  | 'done'
  | 'doneWhat'
  | 'phoneDone'
  | 'phoneDoneWhat'
  | 'returning'
  | 'unknown'
  | 'unknownWhat'
  | 'consent'
  | 'consentWhat'
  | 'consentCharge'
  | 'consentStop'
  | 'agree'
  | 'consentRefuse'

type Words = Readonly<Record<Sentence, string>> & {
  readonly nowhereWhat: (origin: string, setting: string) => string
  readonly finals: Readonly<Record<'Authorised' | 'Refused', string>>
  readonly reasons: Readonly<Record<'2' | '4' | '12' | '20' | '23' | '28', string>>
  readonly ways: Readonly<Record<(typeof returnWays)[number], string>>
  readonly hints: Readonly<Record<WalletButton, string>>
}

/** The buttons keep their English names in both languages: tests press them by name. */
export const walletWords: Readonly<Record<'ko' | 'en', Words>> = {
  ko: {
    consent: '카카오 계정으로 로그인하고 정기 결제에 동의하세요',
    consentWhat:
      '이 시뮬레이션에서는 로그인할 필요가 없습니다. 동의하면 판매자가 이 카카오페이를 저장합니다.',
    consentCharge: '앞으로 판매자가 약속한 금액을 따로 확인하지 않고 결제할 수 있습니다.',
    consentStop: '카카오페이 앱이나 판매자의 계정 페이지에서 언제든 해지할 수 있습니다.',
    agree: '동의하고 계속하기',
    consentRefuse: '동의하지 않고 돌아갑니다.',
    demonstration: '데모입니다. 실제 돈은 이동하지 않습니다.',
    to: '판매자',
    reference: '주문 참조 번호',
    left: '남은 시간',
    inApp: '카카오페이 앱 (시뮬레이션)',
    script: '이 결제의 시나리오:',
    scan: '휴대폰으로 QR 코드를 스캔하세요',
    scanAlt: '휴대폰용 결제 페이지를 여는 QR 코드',
    scanWhat: '휴대폰에서 승인하면 이 창이 쇼핑몰로 돌아갑니다.',
    openPhone: '휴대폰 화면을 새 탭에서 열기',
    appWhat: '실제로는 카카오페이 앱이 열립니다. 여기서는 앱을 흉내 낸 페이지로 넘어갑니다.',
    continue: '카카오페이로 계속하기',
    way: '돌아가는 방법',
    ways: {
      usual: '쇼핑몰이 요청한 대로',
      GET: 'GET으로',
      POST: 'POST로',
      '&&': 'GET, 빈 쌍(&&)과 함께',
      show: '주소 보기 (다른 브라우저, 두 번)',
    },
    timeHint: '이 페이지의 결제 시간을 지금 끝냅니다',
    errorHint: '오류(Error)로 쇼핑몰에 돌아갑니다',
    closeHint: '돌아가지 않고 OFFER_CLOSED가 전송됩니다',
    backWithout: '결과 없이 쇼핑몰로 돌아가기',
    backAgain: '새 탭에서 한 번 더 돌아가기',
    addressTitle: '쇼핑몰로 돌아가는 주소',
    addressWhat: '다른 브라우저에 붙여 넣거나, 두 번 열 수 있습니다.',
    address: '주소',
    phoneDone: '휴대폰에서 할 일은 끝났습니다',
    phoneDoneWhat: '컴퓨터의 창이 이어서 진행됩니다. 이 창은 닫아도 됩니다.',
    choose: '이 결제를 어떻게 끝낼까요?',
    later: '결과가 나중에 정해지는 결제',
    laterWhat: '쇼핑몰로 먼저 돌아가고, 최종 결과는 나중에 전달됩니다.',
    final: '최종 결과',
    finals: { Authorised: '승인', Refused: '거절' },
    seconds: '결과까지 걸리는 시간(초)',
    why: '거절 사유',
    reasons: {
      '2': '일반 거절',
      '4': '결제사 응답 없음',
      '12': '잔액 부족',
      '20': '사기 의심',
      '23': '허용되지 않는 거래',
      '28': '한도 초과',
    },
    over: '이미 끝난 결제입니다',
    overWhat: '이 결제는 이미 처리되어 다시 진행할 수 없습니다.',
    expiredWhat: '결제 시간이 지나 더 이상 진행할 수 없습니다.',
    back: '쇼핑몰로 돌아가기',
    done: '이 창을 닫아도 됩니다',
    doneWhat: '쇼핑몰로 돌아가지 않고 여기서 끝납니다. 아래 링크는 아무 정보도 전달하지 않습니다.',
    returning: '쇼핑몰로 돌아가는 중입니다',
    nowhereWhat: (origin, setting) =>
      `누구나 쓸 수 있는 시뮬레이터라서 ${setting}에 적힌 주소로만 브라우저를 보냅니다. ${origin} 주소로는 보내지 않습니다. 결제 결과와 웹훅은 고른 대로 처리됩니다.`,
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
    consent: 'Log in to Kakao and agree to recurring payments',
    consentWhat:
      'In this simulation nobody has to log in. If you agree, the seller saves this KakaoPay.',
    consentCharge: 'The seller can then charge what was agreed without asking you each time.',
    consentStop:
      'You can end this at any time, in the KakaoPay app or on your account page at the seller.',
    agree: 'Agree and continue',
    consentRefuse: 'Do not agree, and go back.',
    demonstration: 'This is a demonstration, no money moves.',
    to: 'Merchant',
    reference: 'Reference',
    left: 'Time left',
    inApp: 'KakaoPay app (simulated)',
    script: 'Script of this payment:',
    scan: 'Scan the QR code with your phone',
    scanAlt: 'QR code that opens the payment on a phone',
    scanWhat: 'Once approved on the phone, this window goes back to the shop.',
    openPhone: 'Open the phone’s page in a new tab',
    appWhat: 'In reality the KakaoPay app opens. Here you go on to a page that plays the app.',
    continue: 'Continue to KakaoPay',
    way: 'The way back',
    ways: {
      usual: 'As the shop asked',
      GET: 'By GET',
      POST: 'By POST',
      '&&': 'By GET, with an empty pair (&&)',
      show: 'Show the address (another browser, twice)',
    },
    timeHint: 'The time of this page is up at once',
    errorHint: 'You go back to the shop with the result Error',
    closeHint: 'Nobody goes back, OFFER_CLOSED is sent',
    backWithout: 'Back to the shop, without a result',
    backAgain: 'Go back once more, in a new tab',
    addressTitle: 'The address of the way back',
    addressWhat: 'Paste it into another browser, or open it twice.',
    address: 'Address',
    phoneDone: 'All done on the phone',
    phoneDoneWhat: 'The window on the computer goes on. You can close this one.',
    choose: 'How should this payment end?',
    later: 'A payment that is decided later',
    laterWhat: 'You go back to the shop first; the final result follows.',
    final: 'Final result',
    finals: { Authorised: 'Authorised', Refused: 'Refused' },
    seconds: 'Seconds until then',
    why: 'Reason for a refusal',
    reasons: {
      '2': 'Refused',
      '4': 'No answer from the payment company',
      '12': 'Not enough balance',
      '20': 'Suspected fraud',
      '23': 'Transaction not permitted',
      '28': 'Over the limit',
    },
    over: 'This payment has ended',
    overWhat: 'It has been dealt with already and cannot be used again.',
    expiredWhat: 'Its time ran out, so it can no longer be paid.',
    back: 'Back to the shop',
    done: 'You can close this window',
    doneWhat: 'It ends here, without going back to the shop. The link below carries nothing along.',
    returning: 'Going back to the shop',
    nowhereWhat: (origin, setting) =>
      `Anybody can reach this simulator, so it sends browsers only where ${setting} says, and not to ${origin}. Results and webhooks are as you choose all the same.`,
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
