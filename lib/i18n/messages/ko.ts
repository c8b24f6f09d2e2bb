/** What a person reads, Korean first. `en.ts` must have the same keys. */
export const ko = {
  shop: {
    name: '노랑',
    title: '노랑 · 볕을 담은 가게',
    description: '고흥 유자로 담근 유자청을 카카오페이로 간편하게 주문하세요.',
    demo: '데모 상점입니다. 실제 돈은 이동하지 않습니다.',
    footer: '노랑은 남쪽 볕에 익은 것들을 병에 담아 보내 드리는 작은 가게입니다.',
  },
  page: {
    skip: '본문으로 건너뛰기',
    menu: '주요 메뉴',
    cart: '장바구니',
    language: 'English',
  },
  home: {
    heading: '겨울 볕을\n병에 담았습니다',
    lead: '첫서리를 맞고 가장 향기로워진 유자를 껍질째 얇게 썰어 담급니다. 뜨거운 물만 있으면, 집 안 가득 유자 향이 번집니다.',
    products: '지금 살 수 있는 것',
    look: '자세히 보기',
  },
  product: {
    quantity: '수량',
    add: '장바구니에 담기',
    soldOut: '품절되었습니다. 다시 들어오면 이곳에서 바로 주문하실 수 있습니다.',
    pay: '카카오페이로 결제하실 수 있습니다.',
  },
  cart: {
    heading: '장바구니',
    empty: '장바구니가 비어 있습니다.',
    emptyHint: '마음에 드는 것을 담아 두시면 여기에 모입니다.',
    quantityOf: '{product} 수량',
    change: '변경',
    changeOf: '{product} 수량 변경',
    remove: '삭제',
    removeOf: '{product} 삭제',
    each: '한 개 {price}',
    onlyLeft: '지금은 {count}개만 남아 있습니다. 수량을 줄여 주세요.',
    noneLeft: '방금 품절되었습니다. 장바구니에서 삭제해 주세요.',
    total: '합계',
    checkout: '주문하기',
    continueShopping: '쇼핑 계속하기',
    problem: {
      empty_cart: '장바구니가 비어 있어 주문을 이어갈 수 없습니다. 먼저 상품을 담아 주세요.',
      sold_out: '남은 수량이 부족해 주문하지 못했습니다. 결제된 금액은 없습니다.',
      unknown_product: '찾을 수 없는 상품입니다. 더 이상 판매하지 않는 것일 수 있습니다.',
    },
  },
  checkout: {
    heading: '주문서',
    contact: '받는 분',
    delivery: '배송지',
    optional: '선택 입력',
    field: {
      name: '이름',
      email: '이메일',
      phone: '휴대폰 번호',
      postcode: '우편번호',
      address: '주소',
      addressDetail: '상세 주소',
      deliveryNote: '배송 메모',
    },
    hint: {
      email: '주문 확인 메일을 보내 드립니다.',
      phone: '예: 010-1234-5678',
      postcode: '숫자 다섯 자리',
    },
    mistake: {
      name: { missing: '이름을 입력해 주세요.', invalid: '이름은 100자까지 쓸 수 있습니다.' },
      email: {
        missing: '이메일을 입력해 주세요.',
        invalid: '이메일 주소를 확인해 주세요. 예: minji@example.com',
      },
      phone: {
        missing: '휴대폰 번호를 입력해 주세요.',
        invalid: '휴대폰 번호를 확인해 주세요. 예: 010-1234-5678',
      },
      postcode: {
        missing: '우편번호를 입력해 주세요.',
        invalid: '우편번호는 숫자 다섯 자리입니다.',
      },
      address: { missing: '주소를 입력해 주세요.', invalid: '주소는 300자까지 쓸 수 있습니다.' },
      addressDetail: {
        missing: '상세 주소를 입력해 주세요.',
        invalid: '상세 주소는 300자까지 쓸 수 있습니다.',
      },
      deliveryNote: {
        missing: '배송 메모를 입력해 주세요.',
        invalid: '배송 메모는 500자까지 쓸 수 있습니다.',
      },
      method: {
        missing: '결제 수단을 선택해 주세요.',
        invalid: '지금은 쓸 수 없는 결제 수단입니다. 다른 것을 선택해 주세요.',
      },
      agreement: {
        missing: '구매조건을 확인하고 동의해 주세요.',
        invalid: '구매조건을 확인하고 동의해 주세요.',
      },
    },
    problem: {
      fields: '입력하신 내용 중 확인이 필요한 곳이 있습니다. 아직 결제되지 않았습니다.',
      changed:
        '그 사이 주문 내용이 바뀌어 새로 불러왔습니다. 아래 내용과 금액을 확인한 뒤 다시 결제해 주세요.',
      sold_out: '남은 수량이 부족합니다. 결제된 금액은 없습니다. 장바구니를 확인해 주세요.',
      stale:
        '이 주문서가 오래되어 새로 불러왔습니다. 내용을 확인한 뒤 다시 결제해 주세요. 결제된 금액은 없습니다.',
    },
    method: '결제 수단',
    noMethods: '지금은 결제를 받을 수 없습니다. 잠시 후 다시 찾아와 주세요.',
    agreement: '구매조건을 확인했으며 결제에 동의합니다',
    summary: '주문 내용',
    total: '결제 금액',
    next: '버튼을 누르면 {method}로 이동합니다. 그곳에서 결제를 승인하면 이곳으로 돌아와 결과를 알려 드립니다.',
    nextAny:
      '버튼을 누르면 선택하신 결제 수단으로 이동합니다. 그곳에서 결제를 승인하면 이곳으로 돌아와 결과를 알려 드립니다.',
    pay: '{amount} 결제하기',
    paying: '{method}로 이동하고 있습니다…',
    payingAny: '결제 화면으로 이동하고 있습니다…',
  },
  method: {
    kakaopay: '카카오페이',
    kcp_naverpay: '네이버페이',
    kcp_payco: '페이코',
    kcp_creditcard: '신용카드',
  },
  step: {
    view_order: '주문 보기',
    continue_shopping: '쇼핑 계속하기',
    try_again: '다시 시도',
    other_method: '다른 결제 수단 선택',
    cancel_order: '주문 취소',
    continue_to: '{method}로 계속하기',
    busy: '잠시만 기다려 주세요…',
  },
  result: {
    order: '주문번호 {number}',
    total: '결제 금액',
    next: '다음에 할 일',
    heading: {
      approved: '결제가 완료되었습니다',
      left: '결제가 취소되었습니다',
      broken: '결제 중 오류가 발생했습니다',
      waiting: '주문이 접수되었습니다',
      refused: '결제가 거절되었습니다',
      unknown: '결제를 확인하고 있습니다',
      timed_out: '결제가 취소되었습니다',
    },
    explain: {
      approved: '고맙습니다. 주문 확인 메일을 곧 보내 드립니다.',
      left: '결제를 마치지 않고 돌아오셨습니다. 주문을 이어서 결제하시거나 다른 결제 수단을 선택하실 수 있습니다.',
      broken:
        '결제를 처리하는 중에 문제가 생겼습니다. 다시 시도하시거나 다른 결제 수단을 선택해 주세요.',
      waiting:
        '주문을 받았고, 결제가 마무리되기를 기다리고 있습니다. 결과가 나오면 이 화면과 메일로 알려 드리니 다시 결제하지 않으셔도 됩니다.',
      refused: '결제 수단에서 이번 결제를 승인하지 않았습니다. 다른 결제 수단으로 결제해 주세요.',
      unknown:
        '결제 결과를 아직 받지 못했습니다. 저희가 계속 확인하고 있으니 다시 결제하지 말고 기다려 주세요. 결과가 나오면 이 화면과 메일로 알려 드립니다.',
      timed_out:
        '정해진 시간 안에 결제가 끝나지 않아 취소되었습니다. 다시 결제하시면 주문이 이어집니다.',
    },
    noAnswer:
      '{method}에서 응답이 없습니다. 결제된 금액은 없습니다. 응답이 오는 대로 이 화면에서 이어서 결제하실 수 있습니다.',
    readyToContinue:
      '아직 결제가 시작되지 않았습니다. 결제된 금액은 없습니다. 아래 버튼으로 이어서 결제해 주세요.',
  },
  order: {
    heading: '주문 {number}',
    placedAt: '{when}에 주문하셨습니다',
    contents: '주문 내용',
    quantity: '{count}개',
    total: '합계',
    delivery: '받는 분과 배송지',
    masked: '개인정보를 지키기 위해 일부를 가렸습니다. 주문하신 브라우저에서 열면 모두 보입니다.',
    deliveryNote: '배송 메모',
    pay: '결제하기',
    payHint: '결제 수단을 골라 이 주문을 이어서 결제하실 수 있습니다.',
    noMethods: '지금은 결제를 받을 수 없습니다. 잠시 후 다시 찾아와 주세요.',
    cancel: '주문을 그만두시겠어요?',
    cancelUnpaid: '아직 결제되지 않았으므로 바로 취소됩니다.',
    cancelPaid: '아직 보내 드리지 않은 주문은 취소하실 수 있고, 결제 금액은 모두 돌려 드립니다.',
    status: {
      awaiting_payment: '결제를 기다리고 있습니다',
      confirming: '결제를 확인하고 있습니다',
      paid: '결제가 완료되었습니다',
      refunded: '결제 금액을 모두 돌려 드렸습니다',
      payment_failed: '결제에 실패해 주문이 취소되었습니다',
      timed_out: '결제 시간이 지나 주문이 취소되었습니다',
      by_shopper: '요청하신 대로 주문이 취소되었습니다',
      by_merchant: '판매자가 주문을 취소했습니다',
    },
    explain: {
      awaiting_payment: '결제가 끝나면 바로 준비를 시작합니다.',
      confirming: '결과가 나오면 이 화면이 저절로 바뀝니다. 다시 결제하지 않으셔도 됩니다.',
      paid: '정성껏 준비해서 보내 드리겠습니다.',
      refunded: '결제 수단에 따라 실제 입금까지 며칠 걸릴 수 있습니다.',
      payment_failed:
        '혹시 빠져나간 금액이 있으면 모두 돌려 드립니다. 원하시면 다시 결제하실 수 있습니다.',
      timed_out:
        '혹시 빠져나간 금액이 있으면 모두 돌려 드립니다. 원하시면 다시 결제하실 수 있습니다.',
      by_shopper: '이미 결제된 금액이 있으면 모두 돌려 드립니다.',
      by_merchant: '이미 결제된 금액이 있으면 모두 돌려 드립니다.',
    },
    refunded: '지금까지 {amount}을 돌려 드렸습니다.',
    problem: {
      changed: '그 사이 주문이 바뀌었습니다. 지금 상태를 확인해 주세요.',
      method: '결제 수단을 선택해 주세요.',
    },
  },
  continue: {
    heading: '{method}로 이동합니다',
    explain: '자동으로 이동하지 않으면 아래 버튼을 눌러 주세요. 아직 결제된 금액은 없습니다.',
  },
  notFound: {
    heading: '찾으시는 페이지가 없습니다',
    explain: '주소가 바뀌었거나 더 이상 없는 페이지입니다. 주소를 다시 확인해 주세요.',
    home: '처음으로',
  },
} as const
