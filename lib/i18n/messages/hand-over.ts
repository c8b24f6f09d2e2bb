import type { Shape } from './shape'

/** A checkout that goes on in another browser, in Korean. */
export const handOverKo = {
  advice:
    '지금은 다른 앱 안에서 보고 계십니다. 휴대폰의 기본 브라우저에서 결제가 더 순조롭고, 담으신 상품과 적으신 내용도 그대로 이어집니다.',
  open: '기본 브라우저에서 이어서 하기',
  here: '여기서 계속하기',
  offer:
    '다른 브라우저에서 결제하고 싶으시면 담으신 상품과 적으신 내용을 그대로 옮기실 수 있습니다.',
  openOther: '다른 브라우저에서 이어서 하기',
  out: {
    heading: '브라우저에서 이어서 주문하기',
    button: '아래 버튼을 누르시면 휴대폰의 브라우저에서 이 주문서가 이어집니다.',
    menu: '이 앱의 메뉴(⋯ 또는 ⋮)에서 “다른 브라우저로 열기”나 “Safari로 열기”를 고르시면 이 주문서가 이어집니다.',
    paste: '아래 주소를 복사해 이어 가실 브라우저에 붙여 넣으시면 이 주문서가 이어집니다.',
    open: '브라우저에서 열기',
    address: '열리지 않으면 이 주소를 복사해 브라우저에 붙여 넣어 주세요.',
    limits:
      '10분 안에 한 번만 쓸 수 있습니다. 담으신 상품과 적으신 내용이 함께 옮겨지니, 다른 분께는 보내지 마세요.',
    copy: '주소 복사',
    copied: '복사했습니다',
  },
  take: {
    heading: '여기서 이어서 주문할까요?',
    what: '다른 앱이나 브라우저에서 담으신 상품과 주문서에 적으신 내용을 이 브라우저로 옮겨 옵니다. 직접 시작하신 주문이 아니라면 누르지 마세요.',
    replaces: '지금 이 브라우저의 장바구니에 있는 상품은 옮겨 온 상품으로 바뀝니다.',
    yes: '네, 여기서 이어서 주문합니다',
  },
  taken: '담으신 상품과 적으신 내용을 옮겨 왔습니다. 받으실 분과 주소를 확인해 주세요.',
  elsewhere: {
    heading: '다른 브라우저에서 이어서 주문하고 계십니다',
    what: '이 주문서는 그 브라우저로 옮겨 가셨습니다. 여기서 계속하시면 그 주문과 따로, 한 번 더 주문하시게 됩니다.',
  },
  gone: {
    heading: '이 주소로는 이어서 주문할 수 없습니다',
    what: '이미 쓰신 주소이거나, 10분이 지났거나, 주소가 올바르지 않습니다. 이 브라우저로 옮겨 오셨다면 주문서로 가시고, 아니면 처음 보시던 앱의 주문서에서 다시 시작해 주세요.',
    checkout: '주문서로 가기',
  },
  ordered: {
    heading: '이미 주문된 장바구니입니다',
    what: '옮겨 오시려던 상품은 그사이 주문되었고, 이 주소로는 아무것도 바뀌지 않습니다.',
  },
  empty: {
    heading: '옮겨 올 상품이 없습니다',
    what: '옮겨 오시려던 장바구니는 지금 비어 있습니다.',
  },
} as const

/** The same in English. */
export const handOverEn = {
  advice:
    'You are looking at this inside another app. Paying goes more smoothly in your phone’s own browser, and your cart and what you typed go along.',
  open: 'Go on in my browser',
  here: 'Go on here',
  offer: 'Would you rather pay in another browser? Your cart and what you typed can go along.',
  openOther: 'Go on in another browser',
  out: {
    heading: 'Go on in your browser',
    button: 'The button below opens this checkout in your phone’s own browser.',
    menu: 'In the menu of this app (⋯ or ⋮), choose “Open in browser” or “Open in Safari”: this checkout goes on there.',
    paste: 'Copy the address below into the browser of your choice: this checkout goes on there.',
    open: 'Open in my browser',
    address: 'If nothing opens, copy this address into your browser.',
    limits:
      'It works once, within 10 minutes. Your cart and what you typed go along, so do not send it to anybody else.',
    copy: 'Copy the address',
    copied: 'Copied',
  },
  take: {
    heading: 'Go on with your order here?',
    what: 'This brings what is in your cart, and what you typed into the checkout, from the other app or browser to this one. Do not press it if you have not begun this order yourself.',
    replaces: 'What is in this browser’s cart now is replaced by what comes along.',
    yes: 'Yes, go on with my order here',
  },
  taken: 'Your cart and what you typed have come along. Please check who it goes to, and where.',
  elsewhere: {
    heading: 'Your order goes on in another browser',
    what: 'You have taken this checkout there. If you go on here, that is one more order beside it.',
  },
  gone: {
    heading: 'This address leads no further',
    what: 'It was used already, is older than 10 minutes, or is not right. If you have brought your checkout to this browser, go to it; else begin again in the app that you came from.',
    checkout: 'To the checkout',
  },
  ordered: {
    heading: 'This cart has been ordered already',
    what: 'What you wanted to bring here has been ordered since, and this address changes nothing.',
  },
  empty: {
    heading: 'There is nothing to bring here',
    what: 'The cart that you wanted to bring here is empty now.',
  },
} as const satisfies Shape<typeof handOverKo>
