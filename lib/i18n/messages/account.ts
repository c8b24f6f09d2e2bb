import type { Shape } from './shape'

/** The account and the sign-in, in Korean. */
export const accountKo = {
  heading: '내 계정',
  signIn: {
    heading: '로그인',
    lead: '비밀번호는 필요 없습니다. 이메일로 받은 여섯 자리 코드를 입력하시면 됩니다. 처음이시면 계정이 저절로 만들어집니다.',
    email: '이메일',
    sendCode: '코드 받기',
    kakao: '카카오로 로그인',
    or: '또는',
    guest: '계정 없이도 주문하실 수 있습니다.',
    find: '로그인하지 않고 주문 찾기',
  },
  code: {
    heading: '코드 입력',
    sent: '{email} 주소로 여섯 자리 코드를 보냈습니다. 코드는 10분 동안 쓸 수 있습니다.',
    late: '메일이 오지 않으면 스팸함을 확인하거나 코드를 다시 받아 주세요. 새 코드를 받으면 이전 코드는 쓸 수 없습니다.',
    code: '코드',
    hint: '숫자 여섯 자리',
    signIn: '로그인',
    again: '코드 다시 받기',
    other: '다른 이메일로 로그인',
  },
  problem: {
    email: '이메일 주소를 다시 확인해 주세요. 예: name@example.com',
    not_sent: '지금은 메일을 보낼 수 없습니다. 잠시 후 다시 시도해 주세요.',
    digits: '메일에 있는 숫자 여섯 자리를 입력해 주세요. 예: 863011',
    wrong: '코드가 맞지 않거나 시간이 지났습니다. 가장 최근에 받은 메일의 코드를 입력해 주세요.',
    spent:
      '틀린 코드를 다섯 번 입력하여 이 코드는 더 이상 쓸 수 없습니다. 지금 코드를 다시 받아 주세요.',
    kakao: '카카오 로그인을 마치지 못했습니다. 다시 시도하거나 이메일로 로그인해 주세요.',
    kakao_email:
      '카카오에서 인증된 이메일을 받지 못해 로그인할 수 없습니다. 아래에서 이메일로 로그인해 주세요.',
  },
  done: {
    removed: '저장된 카카오페이를 삭제했습니다.',
    signed_out: '로그아웃했습니다.',
    revoked: '선택하신 기기에서 로그아웃했습니다.',
  },
  signedInAs: '로그인한 이메일',
  signOut: '로그아웃',
  orders: {
    heading: '주문 내역',
    none: '아직 주문이 없습니다. 로그인하고 주문하시면 여기에 보입니다.',
    guest:
      '같은 이메일로 로그인 없이 하신 주문도 함께 보입니다. 그런 주문의 개인정보는 주문하신 브라우저에서만 모두 보입니다.',
    most: '최근 주문 {count, number}건만 보입니다.',
    order: '주문 {number}',
    status: {
      awaiting_payment: '결제 대기',
      confirming: '결제 확인 중',
      paid: '결제 완료',
      refunded: '환불 완료',
      cancelled: '취소',
    },
  },
  sessions: {
    heading: '로그인한 기기',
    lead: '모르는 기기가 있으면 로그아웃해 주세요. 로그인은 한 달 동안 이어집니다.',
    unknown: '알 수 없는 기기',
    current: '지금 쓰는 기기',
    since: '{when}에 로그인',
    revoke: '이 기기 로그아웃',
  },
} as const

/** The same in English. */
export const accountEn = {
  heading: 'Account',
  signIn: {
    heading: 'Sign in',
    lead: 'No password needed: we mail you a code of six digits. If you are new here, your account makes itself.',
    email: 'Email',
    sendCode: 'Mail me a code',
    kakao: 'Sign in with Kakao',
    or: 'or',
    guest: 'You can also order without an account.',
    find: 'Find an order without signing in',
  },
  code: {
    heading: 'Enter the code',
    sent: 'We have mailed a code of six digits to {email}. It works for 10 minutes.',
    late: 'If nothing arrives, please look into your spam folder or ask for another code. A new code replaces the one before.',
    code: 'Code',
    hint: 'Six digits',
    signIn: 'Sign in',
    again: 'Mail me another code',
    other: 'Sign in with another email',
  },
  problem: {
    email: 'Please check the email address. It should look like name@example.com.',
    not_sent: 'We cannot send mail at the moment. Please try again in a little while.',
    digits: 'Please enter the six digits from the mail, such as 863011.',
    wrong:
      'This code is not the right one, or it is too old. Please enter the code of the newest mail.',
    spent: 'That was wrong five times, so this code no longer works. Please ask for a new one now.',
    kakao: 'Signing in with Kakao did not work out. Please try again, or sign in by email.',
    kakao_email:
      'Kakao did not tell us a verified email, so we cannot sign you in with it. Please sign in by email below.',
  },
  done: {
    removed: 'The saved KakaoPay was removed.',
    signed_out: 'You are signed out.',
    revoked: 'That device is signed out.',
  },
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  orders: {
    heading: 'Your orders',
    none: 'No orders yet. What you order while signed in shows up here.',
    guest:
      'Orders that you placed with this email without signing in are listed too. Their personal details show in full only in the browser that placed them.',
    most: 'Only the newest {count, number} orders are listed.',
    order: 'Order {number}',
    status: {
      awaiting_payment: 'Waiting for payment',
      confirming: 'Confirming payment',
      paid: 'Paid',
      refunded: 'Refunded',
      cancelled: 'Cancelled',
    },
  },
  sessions: {
    heading: 'Signed-in devices',
    lead: 'Sign out any device that you do not know. Signing in lasts a month.',
    unknown: 'Unknown device',
    current: 'This device',
    since: 'Signed in {when}',
    revoke: 'Sign it out',
  },
} as const satisfies Shape<typeof accountKo>
