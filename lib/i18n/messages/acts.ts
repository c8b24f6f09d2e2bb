import type { Shape } from './shape'

/** The pages before what cannot be undone, in Korean. */
export const actsKo = {
  goods: '상품',
  money: '금액',
  subscription: '정기 구독',
  keep: '그대로 두기',
  cancel: {
    heading: '주문을 취소할까요?',
    goods: {
      none: '담아 두신 상품은 다른 분이 사실 수 있게 됩니다.',
      perhaps: '상품은 보내 드리지 않습니다.',
      back: '상품은 아직 출발하지 않았고, 보내 드리지 않습니다.',
      some: '{pieces}: 아직 출발하지 않았고, 보내 드리지 않습니다. 나머지 상품은 그대로입니다.',
    },
    money: {
      none: '아직 결제되지 않았으므로 돌려 드릴 금액이 없습니다.',
      perhaps: '결제 결과를 확인하고 있습니다. 결제된 금액이 있으면 모두 돌려 드립니다.',
      rest: '아직 돌려 드리지 않은 {amount}을 결제하신 수단으로 모두 돌려 드립니다. 실제 입금까지 며칠 걸릴 수 있습니다.',
      gone: '결제하신 금액은 이미 돌려 드렸거나 돌려 드리는 중이어서 저희에게 남아 있지 않습니다. 나중에 다시 들어오는 금액이 있으면 모두 돌려 드립니다.',
      back: '{amount}을 결제하신 수단으로 모두 돌려 드립니다. 실제 입금까지 며칠 걸릴 수 있습니다.',
      some: '취소하시는 상품 금액 {amount}을 결제하신 수단으로 돌려 드립니다. 실제 입금까지 며칠 걸릴 수 있습니다.',
      less: '나머지 상품의 금액이 무료 배송 기준에 미치지 않게 됩니다. 그래서 취소하시는 상품 금액에서 배송비 {wayThere}을 빼고, {amount}을 결제하신 수단으로 돌려 드립니다. 실제 입금까지 며칠 걸릴 수 있습니다.',
      nothing:
        '나머지 상품의 금액이 무료 배송 기준에 미치지 않게 됩니다. 그래서 취소하시는 상품 금액 {wayThere}은 모두 배송비로 쓰고, 돌려 드릴 금액은 없습니다.',
    },
    subscription: {
      over: '이 주문으로 시작하신 {what} 정기 구독도 함께 끝나고, 더는 결제되지 않습니다.',
      skipped: '{what} 정기 구독은 이번 배송만 취소되고, 다음 회차부터 그대로 이어집니다.',
    },
    yes: '네, 주문을 취소합니다',
    what: '무엇을 취소할까요?',
    all: '주문 전체',
    some: '상품 일부',
    howMany: '일부만 취소하신다면 몇 개를 취소할까요?',
    next: '다음',
    again: '다시 고르기',
    yesSome: '네, 이 상품을 취소합니다',
    problem: {
      both: '주문 전체와 개수를 함께 고르셨습니다. 일부만 취소하시려면 상품 일부를, 모두 취소하시려면 개수를 0으로 두고 주문 전체를 골라 주세요.',
      no_pieces: '취소하실 개수를 1과 같은 숫자로 하나 이상 적어 주세요.',
      more_than_there_are:
        '그만큼은 취소하실 수 없습니다. 그사이 보내 드렸을 수 있으니, 상품마다 적힌 개수까지만 적어 주세요.',
      all_of_it:
        '적으신 개수는 이 주문의 전부입니다. 모두 취소하시려면 개수를 0으로 두고 주문 전체를 골라 주세요.',
    },
  },
  claim: {
    heading: '반품을 신청할까요?',
    goods: '상품을 거두어 갈 날을 메일로 알려 드립니다.',
    money:
      '상품이 돌아오면 3영업일 안에 결제 금액을 돌려 드리거나, 신청하신 대로 교환 상품을 보내 드립니다.',
    yes: '네, 반품을 신청합니다',
  },
  withdraw: {
    heading: '반품 신청을 거둘까요?',
    goods: '{pieces}: 거두어 가지 않으며, 그대로 쓰시면 됩니다.',
    money: '이 신청으로 돌려 드릴 금액은 없습니다. 신청 기간 안에는 다시 신청하실 수 있습니다.',
    yes: '네, 반품 신청을 거둡니다',
  },
  end: {
    heading: '{what} 구독을 해지할까요?',
    when: '언제 해지할까요?',
    atEnd: '다음 결제일인 {when}에',
    atEndHint: '그날 결제되지 않고 끝납니다. 그때까지는 마음을 바꾸실 수 있습니다.',
    now: '지금 바로',
    nowHint: '되돌릴 수 없습니다. 다시 받으시려면 새로 구독하셔야 합니다.',
    goods: '이미 결제하신 배송은 그대로 보내 드립니다.',
    money: '해지하시면 더는 결제되지 않습니다. 저장된 카카오페이는 계정에 남아 있습니다.',
    owes: '해지하시면 더는 결제되지 않습니다. 아직 결제되지 않은 회차는 취소되고, 늦게 들어온 금액이 있으면 모두 돌려 드립니다.',
    yes: '네, 구독을 해지합니다',
    over: '이 구독은 해지되었습니다.',
    leaves: '{when}에 끝나도록 해지를 예약하셨습니다.',
  },
  remove: {
    heading: '저장된 카카오페이를 삭제할까요?',
    goods: '이미 결제하신 상품은 그대로 보내 드립니다.',
    money: '삭제하시면 이 카카오페이로 더는 결제되지 않습니다.',
    stops: '다음 정기 구독이 함께 끝납니다: {names}',
    yes: '네, 삭제합니다',
  },
  mayNot: {
    heading: '주문하신 분만 할 수 있는 일입니다',
    explain: '주문하신 브라우저에서 이 페이지를 여시거나, 계정으로 주문하셨다면 로그인해 주세요.',
    mail: '아니면 주문하실 때 쓰신 이메일 {email}로 이 일에만 쓸 수 있는 링크를 보내 드립니다. 24시간 동안 한 번 쓸 수 있습니다.',
    send: '링크 받기',
    signIn: '로그인',
    badLink:
      '이 링크는 이미 쓰셨거나 24시간이 지나 더는 쓸 수 없습니다. 새 링크를 받으실 수 있습니다.',
    sent: '{email}로 링크를 보냈습니다. 오지 않으면 스팸함을 살펴보시고, 10분 뒤에 다시 받아 주세요.',
  },
} as const

/** The same in English. */
export const actsEn = {
  goods: 'Goods',
  money: 'Money',
  subscription: 'Subscription',
  keep: 'Keep it as it is',
  cancel: {
    heading: 'Cancel this order?',
    goods: {
      none: 'What was put aside for you can be bought by others again.',
      perhaps: 'Nothing will be sent.',
      back: 'Nothing has left us yet, and nothing will be sent.',
      some: '{pieces}: this has not left us yet, and will not be sent. Everything else stays as it is.',
    },
    money: {
      none: 'It is not paid yet, so there is nothing to give back.',
      perhaps:
        'We are confirming the payment. Should any money have come, all of it is given back.',
      rest: 'What has not gone back yet, {amount}, is given back in full, to what you paid with. It can take a few days to arrive.',
      gone: 'Nothing of what you paid is left with us: it has gone back already, or is on its way. Should any of it come to us again, it is given back too.',
      back: 'All of {amount} is given back, to what you paid with. It can take a few days to arrive.',
      some: 'What you paid for it, {amount}, is given back, to what you paid with. It can take a few days to arrive.',
      less: 'What is left costs too little for free delivery. So {wayThere} of what you paid for it is kept for delivery, and {amount} is given back, to what you paid with. It can take a few days to arrive.',
      nothing:
        'What is left costs too little for free delivery. So all that you paid for it, {wayThere}, is kept for delivery, and nothing is given back.',
    },
    subscription: {
      over: 'Your subscription to {what}, which began with this order, ends too, and nothing more is charged.',
      skipped:
        'Of your subscription to {what} only this delivery is cancelled. It goes on with the next one.',
    },
    yes: 'Yes, cancel this order',
    what: 'What should be cancelled?',
    all: 'The whole order',
    some: 'Some of it',
    howMany: 'If some of it: how many?',
    next: 'Continue',
    again: 'Choose something else',
    yesSome: 'Yes, cancel these',
    problem: {
      both: 'You chose the whole order and wrote numbers too. For some of it choose “Some of it”; for all of it leave the numbers at 0.',
      no_pieces: 'Please write how many of at least one of these, as a number such as 1.',
      more_than_there_are:
        'So many cannot be cancelled. Some may have been sent meanwhile: please write no more than it says beside each.',
      all_of_it:
        'That is everything in this order. To cancel it all, leave the numbers at 0 and choose “The whole order”.',
    },
  },
  claim: {
    heading: 'Return this order?',
    goods: 'We mail you the day on which it is collected.',
    money:
      'Once it is back, your money follows within three working days, or the exchange that you ask for.',
    yes: 'Yes, return it',
  },
  withdraw: {
    heading: 'Take this return request back?',
    goods: '{pieces}: you keep it, and nothing is collected.',
    money: 'Nothing is given back for it. You can ask again while there is time.',
    yes: 'Yes, take it back',
  },
  end: {
    heading: 'End your subscription to {what}?',
    when: 'When should it end?',
    atEnd: 'On the next payment date, {when}',
    atEndHint: 'It ends that day without being charged. Until then you can change your mind.',
    now: 'Now',
    nowHint: 'This cannot be undone. To have it again you would subscribe anew.',
    goods: 'Deliveries that you have paid for still come.',
    money: 'Nothing more is charged. The saved KakaoPay stays in your account.',
    owes: 'Nothing more is charged. A delivery that is not paid yet is cancelled, and money that comes late is all given back.',
    yes: 'Yes, end this subscription',
    over: 'This subscription has ended.',
    leaves: 'It ends on {when}, as you wanted.',
  },
  remove: {
    heading: 'Remove the saved KakaoPay?',
    goods: 'What you have paid for still comes.',
    money: 'Nothing is charged to this KakaoPay any more.',
    stops: 'These subscriptions end with it: {names}',
    yes: 'Yes, remove it',
  },
  mayNot: {
    heading: 'Only whoever ordered can do this',
    explain:
      'Please open this page in the browser that ordered, or sign in if you ordered with an account.',
    mail: 'Or we mail a link for just this to the address that was given with the order, {email}. It works once, for 24 hours.',
    send: 'Mail me the link',
    signIn: 'Sign in',
    badLink: 'This link was used, or is older than 24 hours. You can have a new one mailed.',
    sent: 'We have mailed the link to {email}. If it does not arrive, look into the spam folder, and ask again in 10 minutes.',
  },
} as const satisfies Shape<typeof actsKo>
