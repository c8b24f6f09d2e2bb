import type { OrderAct } from '../../../core/desk/order-acts'
import type { ActMistake } from '../../../core/desk/planned-act'
import type { Locale } from '../../../core/locale'
import { goodsProblems } from './goods-terms'

type ActWords = {
  /** What the link to its page says, and its heading. */
  readonly title: string
  /** Its last button; `amount` where money moves. */
  readonly sure: (amount: string) => string
}

type PageWords = {
  readonly order: (number: string) => string
  readonly all: string
  readonly placed: string
  readonly acts: string
  readonly done: string
  readonly known: string
  readonly goods: string
  readonly line: string
  readonly count: string
  readonly paid: string
  readonly where: string
  readonly delivery: string
  readonly total: string
  readonly parcels: string
  readonly parcel: (place: number) => string
  readonly exchange: string
  readonly follow: string
  readonly claims: string
  readonly claim: (place: number) => string
  readonly claimState: Record<'open' | 'withdrawn' | 'refused' | 'arrived' | 'settled', string>
  readonly money: string
  readonly canGoBack: string
  readonly goesBack: string
  readonly wish: Record<
    'open' | 'asked' | 'received' | 'back' | 'made_elsewhere' | 'by_hand' | 'again' | 'stuck',
    string
  >
  readonly nextTry: (at: string) => string
  readonly problem: (what: string) => string
  readonly elsewhere: string
  readonly byHand: string
  readonly disputes: string
  readonly dispute: Record<'open' | 'won' | 'lost', string>
  readonly until: (at: string) => string
  readonly contested: string
  readonly attempts: string
  readonly attempt: (number: number) => string
  readonly charge: string
  readonly arrivedMoney: string
  readonly surplus: string
  readonly undone: Record<'cancelled' | 'never_came', string>
  readonly ourReference: string
  readonly pspReference: string
  readonly answer: string
  readonly openAtAdyen: string
  readonly forSupport: string
  readonly copy: string
  readonly copied: string
  readonly noAttempts: string
  readonly shopper: string
  readonly account: string
  readonly guest: string
  readonly subscription: (period: number) => string
  readonly shoppersPage: string
  readonly history: string
  readonly exact: string
  readonly news: Record<'applied' | 'parked' | 'put_aside' | 'waiting', string>
  readonly success: Record<'true' | 'false', string>
  readonly letter: string
  readonly sentTo: (to: string) => string
  readonly notSentYet: string
  readonly note: Record<'note' | 'letter' | 'again' | 'address', string>
  readonly by: (who: string) => string
  readonly missing: string
  readonly missingExplain: string
  readonly impossible: string
  readonly back: string
  readonly act: Record<OrderAct, ActWords>
  readonly form: {
    readonly amount: string
    readonly left: (amount: string) => string
    readonly why: string
    readonly whyShopper: string
    readonly whyShop: string
    readonly what: string
    readonly whole: (amount: string) => string
    readonly wholeOrder: string
    readonly part: string
    readonly lines: string
    readonly someLines: string
    readonly ofMost: (most: number) => string
    readonly deliveryToo: (amount: string) => string
    readonly restock: string
    readonly restockHint: string
    readonly carrier: string
    readonly tracking: string
    readonly despite: string
    readonly despiteHint: string
    readonly whichParcel: string
    readonly whichClaim: string
    readonly whichWish: string
    readonly whichLetter: string
    readonly remedy: string
    readonly again: string
    readonly ground: string
    readonly words: string
    readonly noteHint: string
    readonly writeHint: string
    readonly wayBack: string
    readonly wayThere: string
    readonly ofSellable: (name: string) => string
    readonly ofDamaged: (name: string) => string
    readonly name: string
    readonly phone: string
    readonly postcode: string
    readonly address: string
    readonly addressDetail: string
    readonly deliveryNote: string
    readonly next: string
    readonly change: string
    readonly keep: string
  }
  readonly preview: {
    readonly heading: string
    readonly moneyBefore: string
    readonly moneyAfter: string
    readonly goods: string
    readonly goodsBefore: string
    readonly goodsAfter: string
    readonly letters: string
    readonly subscription: string
    readonly nothingMoves: string
    readonly goodsStay: string
    readonly reason: string
    readonly newOrder: (amount: string) => string
    readonly receipt: string
    readonly toShopper: string
    readonly onceMore: string
    readonly feeStays: string
    readonly withIt: string
  }
  readonly changed: string
  readonly mistakes: string
  readonly mistake: Record<ActMistake | 'gone' | 'no_wallet' | 'limit' | 'too_late', string>
}

const sure = (text: string) => () => text

/** What the desk's page of one order says. Korean first; a missing sentence is a type error. */
export const orderPageWords: Record<Locale, PageWords> = {
  ko: {
    order: (number) => `주문 ${number}`,
    all: '주문',
    placed: '주문 시각',
    acts: '처리',
    done: '처리했습니다.',
    known: '이미 처리된 일이라 다시 하지 않았습니다.',
    goods: '상품',
    line: '상품명',
    count: '수량',
    paid: '결제 금액',
    where: '어디에 있나',
    delivery: '배송비',
    total: '합계',
    parcels: '상자',
    parcel: (place) => `상자 ${place}`,
    exchange: '교환',
    follow: '배송 조회',
    claims: '반품·교환',
    claim: (place) => `반품 ${place}`,
    claimState: {
      open: '상품을 기다리는 중',
      withdrawn: '거둠',
      refused: '거절',
      arrived: '도착, 정산 전',
      settled: '정산 완료',
    },
    money: '돈',
    canGoBack: '더 환불할 수 있는 금액',
    goesBack: '환불',
    wish: {
      open: '아직 요청하지 못했습니다',
      asked: 'Adyen에 요청하는 중',
      received: 'Adyen이 처리하는 중',
      back: '환불 완료',
      made_elsewhere: 'Adyen에서 직접 환불됨',
      by_hand: '다른 방법으로 돌려줌',
      again: '실패해서 다시 시도합니다',
      stuck: '여러 번 실패했습니다. 확인해 주세요',
    },
    nextTry: (at) => `다음 시도: ${at}`,
    problem: (what) => `까닭: ${what}`,
    elsewhere: 'Adyen에서 직접 환불한 금액',
    byHand: '다른 방법으로 돌려준 금액',
    disputes: '이의 제기',
    dispute: { open: '진행 중', won: '이겼습니다', lost: '졌습니다' },
    until: (at) => `${at}까지 Adyen에서 답해야 합니다`,
    contested: '결제에 이의가 제기되어 있어, 까닭을 적어야 보낼 수 있습니다.',
    attempts: '결제 시도',
    attempt: (number) => `${number}번째 결제`,
    charge: '저장된 카카오페이로 결제',
    arrivedMoney: '결제됨',
    surplus: '중복 결제',
    undone: { cancelled: 'Adyen에서 취소됨', never_came: '들어오지 않음' },
    ourReference: '우리 번호 (merchantReference)',
    pspReference: 'Adyen 번호 (pspReference)',
    answer: 'Adyen의 답 (일부 가림)',
    openAtAdyen: 'Adyen에서 보기',
    forSupport: 'Adyen 고객지원에 보낼 내용',
    copy: '복사',
    copied: '복사했습니다',
    noAttempts: '아직 결제를 시작하지 않았습니다.',
    shopper: '받는 사람',
    account: '회원',
    guest: '비회원',
    subscription: (period) => `구독의 ${period}번째 배송`,
    shoppersPage: '고객이 보는 주문 페이지',
    history: '지금까지의 일',
    exact: '자세히',
    news: { applied: '반영됨', parked: '보류', put_aside: '제외', waiting: '처리 전' },
    success: { true: '성공', false: '실패' },
    letter: '메일',
    sentTo: (to) => `${to} 앞으로 보냄`,
    notSentYet: '아직 보내지 않음',
    note: {
      note: '메모',
      letter: '고객에게 쓴 메일',
      again: '다시 보낸 메일',
      address: '바꾸기 전 주소',
    },
    by: (who) => `처리한 사람: ${who}`,
    missing: '그런 주문이 없습니다',
    missingExplain: '주문 번호를 확인해 주세요.',
    impossible: '이 주문에는 지금 할 수 없는 일입니다.',
    back: '주문으로 돌아가기',
    act: {
      refund: { title: '환불', sure: (amount) => `${amount} 환불하기` },
      cancel: { title: '주문 취소', sure: sure('네, 주문을 취소합니다') },
      send: { title: '발송 처리', sure: sure('발송 처리') },
      delivered: { title: '배송 완료 처리', sure: sure('배송 완료 처리') },
      unsend: { title: '발송 취소', sure: sure('네, 발송하지 않았습니다') },
      'came-back': { title: '반송 처리', sure: sure('네, 반송되었습니다') },
      lost: { title: '분실·파손 처리', sure: sure('네, 분실되었습니다') },
      claim: { title: '반품 승인', sure: sure('반품 승인') },
      'refuse-claim': { title: '반품 거절', sure: sure('반품 거절') },
      'withdraw-claim': { title: '반품 거두기', sure: sure('네, 반품을 거둡니다') },
      arrived: { title: '반품 도착 처리', sure: sure('반품 도착 처리') },
      settle: { title: '반품 정산', sure: (amount) => `${amount} 환불하기` },
      handback: { title: '다른 방법으로 환불함', sure: (amount) => `${amount} 기록하기` },
      'try-again': { title: '환불 다시 시도', sure: (amount) => `${amount} 다시 시도하기` },
      charge: { title: '저장된 카카오페이로 청구', sure: (amount) => `${amount} 청구하기` },
      address: { title: '주소 변경', sure: sure('주소 변경') },
      note: { title: '메모 추가', sure: sure('메모 저장') },
      write: { title: '고객에게 메일 쓰기', sure: sure('메일 보내기') },
      'letter-again': { title: '메일 다시 보내기', sure: sure('메일 다시 보내기') },
    },
    form: {
      amount: '금액',
      left: (amount) => `${amount}까지 환불할 수 있습니다.`,
      why: '사유',
      whyShopper: '고객이 읽습니다.',
      whyShop: '직원만 읽습니다. 고객의 이름이나 연락처는 적지 마세요.',
      what: '무엇을',
      whole: (amount) => `전액 ${amount}`,
      wholeOrder: '주문 전체',
      part: '일부 금액',
      lines: '상품별로',
      someLines: '상품 일부',
      ofMost: (most) => `${most}개까지`,
      deliveryToo: (amount) => `배송비 ${amount}도 환불`,
      restock: '재고에 다시 넣기',
      restockHint: '아직 보내지 않은 상품만 넣을 수 있으며, 보내지 않게 됩니다.',
      carrier: '택배사',
      tracking: '운송장 번호',
      despite: '그래도 보내는 까닭',
      despiteHint: '결제에 이의가 제기되어 있습니다.',
      whichParcel: '어느 상자',
      whichClaim: '어느 반품',
      whichWish: '어느 환불',
      whichLetter: '어느 메일',
      remedy: '어떻게',
      again: '교환 발송',
      ground: '반품 사유',
      words: '내용',
      noteHint: '직원만 읽습니다.',
      writeHint: '고객에게 메일로 갑니다. 인사말과 주문 링크는 저절로 들어갑니다.',
      wayBack: '반송비에서 뺄 금액',
      wayThere: '처음 배송비에서 뺄 금액',
      ofSellable: (name) => `${name} · 재판매 가능`,
      ofDamaged: (name) => `${name} · 파손`,
      name: '이름',
      phone: '휴대폰',
      postcode: '우편번호',
      address: '주소',
      addressDetail: '상세 주소',
      deliveryNote: '배송 메모',
      next: '다음',
      change: '고치기',
      keep: '그만두기',
    },
    preview: {
      heading: '이렇게 됩니다',
      moneyBefore: '돈 · 지금',
      moneyAfter: '돈 · 그 뒤',
      goods: '상품',
      goodsBefore: '상품 · 지금',
      goodsAfter: '상품 · 그 뒤',
      letters: '메일',
      subscription: '구독',
      nothingMoves: '움직이지 않습니다.',
      goodsStay: '그대로입니다.',
      reason: '사유',
      newOrder: (amount) => `${amount}의 새 주문이 생기고, 카카오페이에 바로 청구합니다.`,
      receipt: '결제되면 고객에게 영수증을 보냅니다.',
      toShopper: '지금, 이 메일을 고객에게 보냅니다.',
      onceMore: '지금, 같은 메일을 주문의 메일 주소로 한 번 더 보냅니다.',
      feeStays: '움직이지 않습니다. 배송비도 그대로입니다.',
      withIt: '담긴 것',
    },
    changed:
      '이 페이지를 연 뒤에 주문이 바뀌어, 아무것도 하지 않았습니다. 적으신 것은 그대로 있습니다. 달라진 것:',
    mistakes: '아래를 고쳐 주세요.',
    mistake: {
      ...goodsProblems.ko,
      missing: '적어 주세요.',
      invalid: '맞지 않습니다.',
      no_amount: '원 단위의 금액을 숫자로 적어 주세요. 예: 3000',
      too_much: '환불할 수 있는 금액보다 많습니다.',
      no_count: '수량을 숫자로 적어 주세요.',
      no_number_of_theirs: '이 택배사의 운송장 번호가 아닙니다.',
      nothing_to_do: '할 일이 남아 있지 않습니다.',
      gone: '이제 없는 일입니다.',
      no_wallet: '저장된 카카오페이가 없습니다.',
      limit: '오늘은 더 청구할 수 없습니다.',
      too_late: '기한이 지났거나, 이미 보냈습니다.',
    },
  },
  en: {
    order: (number) => `Order ${number}`,
    all: 'Orders',
    placed: 'Placed',
    acts: 'Do',
    done: 'Done.',
    known: 'That was done before, and is not done twice.',
    goods: 'Goods',
    line: 'Goods',
    count: 'Count',
    paid: 'Paid',
    where: 'Where',
    delivery: 'Delivery',
    total: 'Total',
    parcels: 'Parcels',
    parcel: (place) => `Parcel ${place}`,
    exchange: 'exchange',
    follow: 'Follow',
    claims: 'Returns',
    claim: (place) => `Return ${place}`,
    claimState: {
      open: 'goods awaited',
      withdrawn: 'withdrawn',
      refused: 'refused',
      arrived: 'here, not settled',
      settled: 'settled',
    },
    money: 'Money',
    canGoBack: 'Can still be given back',
    goesBack: 'Refund',
    wish: {
      open: 'not asked for yet',
      asked: 'on its way: Adyen is asked',
      received: 'on its way: Adyen has it',
      back: 'given back',
      made_elsewhere: 'made at Adyen instead',
      by_hand: 'given back by another road',
      again: 'in vain so far, and tried again',
      stuck: 'in vain so far: please look after it',
    },
    nextTry: (at) => `Next try: ${at}`,
    problem: (what) => `Because: ${what}`,
    elsewhere: 'Given back at Adyen, without the shop',
    byHand: 'Given back by another road',
    disputes: 'Disputes',
    dispute: { open: 'open', won: 'won', lost: 'lost' },
    until: (at) => `To be answered at Adyen until ${at}`,
    contested: 'Its payment is contested: it is sent only by somebody who says why.',
    attempts: 'Payments',
    attempt: (number) => `Payment ${number}`,
    charge: 'charge of the saved KakaoPay',
    arrivedMoney: 'paid',
    surplus: 'paid a second time',
    undone: { cancelled: 'cancelled at Adyen', never_came: 'never came' },
    ourReference: 'Our reference (merchantReference)',
    pspReference: 'Adyen’s reference (pspReference)',
    answer: 'Adyen’s answer, masked',
    openAtAdyen: 'Open at Adyen',
    forSupport: 'Copy for Adyen’s support',
    copy: 'Copy',
    copied: 'Copied',
    noAttempts: 'No payment was begun so far.',
    shopper: 'To',
    account: 'with an account',
    guest: 'guest',
    subscription: (period) => `Delivery ${period} of a subscription`,
    shoppersPage: 'The page that the shopper sees',
    history: 'History',
    exact: 'Exactly',
    news: { applied: 'applied', parked: 'parked', put_aside: 'put aside', waiting: 'not read yet' },
    success: { true: 'yes', false: 'no' },
    letter: 'Letter',
    sentTo: (to) => `sent to ${to}`,
    notSentYet: 'not sent yet',
    note: {
      note: 'Note',
      letter: 'Letter to the shopper',
      again: 'Letter sent again',
      address: 'Address before',
    },
    by: (who) => `By ${who}`,
    missing: 'There is no such order',
    missingExplain: 'Please look at the number once more.',
    impossible: 'That cannot be done to this order now.',
    back: 'Back to the order',
    act: {
      refund: { title: 'Refund', sure: (amount) => `Refund ${amount}` },
      cancel: { title: 'Cancel order', sure: sure('Yes, cancel this order') },
      send: { title: 'Mark as sent', sure: sure('Mark as sent') },
      delivered: { title: 'Mark as delivered', sure: sure('Mark as delivered') },
      unsend: { title: 'Not sent after all', sure: sure('Yes, it was not sent') },
      'came-back': { title: 'Came back unopened', sure: sure('Yes, it came back') },
      lost: { title: 'Lost or broken', sure: sure('Yes, it is lost') },
      claim: { title: 'Accept return', sure: sure('Accept return') },
      'refuse-claim': { title: 'Refuse return', sure: sure('Refuse return') },
      'withdraw-claim': { title: 'Withdraw return', sure: sure('Yes, they keep the goods') },
      arrived: { title: 'Return arrived', sure: sure('Return arrived') },
      settle: { title: 'Settle return', sure: (amount) => `Refund ${amount}` },
      handback: { title: 'Given back elsewhere', sure: (amount) => `Note ${amount}` },
      'try-again': { title: 'Try refund again', sure: (amount) => `Ask again for ${amount}` },
      charge: { title: 'Charge saved KakaoPay', sure: (amount) => `Charge ${amount}` },
      address: { title: 'Change address', sure: sure('Change address') },
      note: { title: 'Add note', sure: sure('Save note') },
      write: { title: 'Write to shopper', sure: sure('Send letter') },
      'letter-again': { title: 'Send letter again', sure: sure('Send letter again') },
    },
    form: {
      amount: 'Amount',
      left: (amount) => `${amount} can be given back at most.`,
      why: 'Reason',
      whyShopper: 'The shopper reads it.',
      whyShop: 'Only people of the shop read it. No name, phone or address of a shopper, please.',
      what: 'What',
      whole: (amount) => `All of it, ${amount}`,
      wholeOrder: 'The whole order',
      part: 'An amount',
      lines: 'For goods',
      someLines: 'Some of the goods',
      ofMost: (most) => `${most} at most`,
      deliveryToo: (amount) => `The delivery too, ${amount}`,
      restock: 'Put back into stock',
      restockHint: 'Only what was not sent yet; it is not sent any more then.',
      carrier: 'Carrier',
      tracking: 'Tracking number',
      despite: 'Why it is sent all the same',
      despiteHint: 'Somebody contests its payment.',
      whichParcel: 'Which parcel',
      whichClaim: 'Which return',
      whichWish: 'Which refund',
      whichLetter: 'Which letter',
      remedy: 'What for',
      again: 'Replace',
      ground: 'Ground',
      words: 'Text',
      noteHint: 'Only people of the shop read it.',
      writeHint: 'It is mailed to the shopper. Greeting and link are added by themselves.',
      wayBack: 'Withheld for sending it back',
      wayThere: 'Withheld for the way there',
      ofSellable: (name) => `${name} · sellable`,
      ofDamaged: (name) => `${name} · damaged`,
      name: 'Name',
      phone: 'Mobile phone',
      postcode: 'Postcode',
      address: 'Address',
      addressDetail: 'Address detail',
      deliveryNote: 'Delivery note',
      next: 'Next',
      change: 'Change it',
      keep: 'Leave it',
    },
    preview: {
      heading: 'What will happen',
      moneyBefore: 'Money now',
      moneyAfter: 'Money then',
      goods: 'Goods',
      goodsBefore: 'Goods now',
      goodsAfter: 'Goods then',
      letters: 'Letters',
      subscription: 'Subscription',
      nothingMoves: 'No money moves.',
      goodsStay: 'stay as they are.',
      reason: 'Reason',
      newOrder: (amount) => `Another order over ${amount}; KakaoPay is asked at once.`,
      receipt: 'A receipt to the shopper, once it is paid.',
      toShopper: 'One now: this one.',
      onceMore: 'The same once more, to the address that the order has now.',
      feeStays: 'No money moves. What was paid for delivery stays as it is.',
      withIt: 'In it',
    },
    changed:
      'The order has changed since this page was drawn, so nothing was done. What you typed is still here. What changed:',
    mistakes: 'Please look at these once more.',
    mistake: {
      ...goodsProblems.en,
      missing: 'Please fill it in.',
      invalid: 'That cannot be.',
      no_amount: 'Type whole won in digits, such as 3000.',
      too_much: 'That is more than can be given back.',
      no_count: 'Type how many, in digits.',
      no_number_of_theirs: 'This carrier has no such number.',
      nothing_to_do: 'There is nothing left to do.',
      gone: 'That is not there any more.',
      no_wallet: 'There is no saved KakaoPay.',
      limit: 'No more can be charged today.',
      too_late: 'It is too late: it was sent, or is over.',
    },
  },
}
