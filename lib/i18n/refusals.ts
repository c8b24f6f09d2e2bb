import type { Locale } from '../core/locale'

type Sentences = { readonly title: string; readonly text: string }
type Words = {
  readonly shop: string
  readonly demonstration: string
  readonly home: string
  readonly cart: string
  readonly back: string
  readonly find: string
  readonly mail: string
  readonly signIn: string
  readonly forbidden: Sentences
  readonly tooLarge: Sentences
  readonly missing: Sentences
  readonly noDatabase: Sentences
  readonly mayNot: Sentences
  readonly desk: string
  readonly notYourRole: Sentences
  readonly later: string
  readonly tooOften: (minutes: number) => string
  readonly uncounted: string
}

/** An hour and a half is still told in minutes. */
const MINUTES_TOLD = 90

/** What a door says instead of doing what it was asked for. */
export const refusals: Record<Locale, Words> = {
  ko: {
    shop: '노랑',
    demonstration: '데모 상점입니다. 실제 돈은 이동하지 않습니다.',
    home: '처음으로',
    cart: '장바구니',
    back: '이전 화면으로',
    find: '주문 찾기',
    mail: '링크 받기',
    signIn: '로그인',
    forbidden: {
      title: '이 화면에서는 보낼 수 없습니다',
      text: '다른 곳에서 보낸 것으로 보여 아무것도 바꾸지 않았고, 결제된 금액도 없습니다. 이 상점의 화면을 새로 열어 다시 눌러 주세요.',
    },
    tooLarge: {
      title: '보내신 내용이 너무 깁니다',
      text: '아무것도 바꾸지 않았고, 결제된 금액도 없습니다. 이전 화면에서 내용을 줄여 다시 보내 주세요. 예를 들어 배송 메모는 500자까지 쓸 수 있습니다.',
    },
    missing: {
      title: '찾을 수 없습니다',
      text: '이 링크에 해당하는 것이 없습니다. 주문을 찾으신다면 주문 확인 메일의 링크를 이용하시거나, 주문 번호로 찾아 주세요.',
    },
    noDatabase: {
      title: '데이터베이스가 아직 없습니다',
      text: '이 미리보기(Preview)에는 DATABASE_URL이 없습니다. Vercel의 Storage 탭에서 Postgres를 연결하거나 Preview 환경에 DATABASE_URL을 넣은 뒤 다시 배포해 주세요. Production의 데이터베이스는 쓸 수 없습니다.',
    },
    mayNot: {
      title: '이 브라우저에서는 바꿀 수 없습니다',
      text: '주문하신 분만 할 수 있는 일이라 아무것도 바꾸지 않았습니다. 주문하신 브라우저에서 다시 시도하시거나, 로그인하시거나, 주문하실 때 쓰신 이메일로 링크를 받아 주세요.',
    },
    desk: '오늘 화면으로',
    notYourRole: {
      title: '맡은 역할로는 할 수 없습니다',
      text: '아무것도 바꾸지 않았고, 요청하셨다는 사실만 기록에 남겼습니다. 필요한 일이라면 대표자에게 역할을 바꿔 달라고 해 주세요.',
    },
    later: '잠시만 기다려 주세요',
    tooOften: (minutes) => {
      const wait = minutes <= MINUTES_TOLD ? `${minutes}분` : `${Math.ceil(minutes / 60)}시간`
      return `짧은 시간에 너무 여러 번 시도하셨습니다. ${wait} 뒤에 다시 눌러 주세요. 결제된 금액은 없으며, 입력하신 내용은 그대로 있습니다.`
    },
    uncounted:
      '지금은 요청을 처리할 수 없습니다. 1분 뒤에 다시 눌러 주세요. 결제된 금액은 없으며, 입력하신 내용은 그대로 있습니다.',
  },
  en: {
    shop: 'Norang',
    demonstration: 'Demonstration shop: no money moves',
    home: 'To the start',
    cart: 'Cart',
    back: 'Back to where you were',
    find: 'Find an order',
    mail: 'Have the link mailed',
    signIn: 'Sign in',
    forbidden: {
      title: 'This cannot be sent from there',
      text: 'It seems to come from somewhere else, so nothing was changed and nothing was charged. Please open the page of this shop once more and press again there.',
    },
    tooLarge: {
      title: 'That is too long',
      text: 'Nothing was changed, and nothing was charged. Please go back and send less: a delivery note, for example, can have up to 500 characters.',
    },
    missing: {
      title: 'There is nothing here',
      text: 'There is nothing behind this link. For an order, please use the link in your mail, or find it by its number.',
    },
    noDatabase: {
      title: 'There is no database yet',
      text: 'This preview has no DATABASE_URL. In Vercel, connect a Postgres to the project in its Storage tab, or set DATABASE_URL for Preview, and deploy again. It cannot be the database of Production.',
    },
    mayNot: {
      title: 'This cannot be changed in this browser',
      text: 'Only whoever ordered can do this, so nothing was changed. Please try again in the browser that ordered, sign in, or have a link mailed to the address of the order.',
    },
    desk: 'To Today',
    notYourRole: {
      title: 'Your role does not have this',
      text: 'Nothing was changed; the log notes that you asked. If you need this for your work, please ask an owner for another role.',
    },
    later: 'Please wait a moment',
    tooOften: (minutes) => {
      const wait =
        minutes <= MINUTES_TOLD
          ? `${minutes} minute${minutes === 1 ? '' : 's'}`
          : `${Math.ceil(minutes / 60)} hours`
      return `That was too often in a short time. Please press again in ${wait}. Nothing was charged, and what you typed is still there.`
    },
    uncounted:
      'We cannot do this right now. Please press again in a minute. Nothing was charged, and what you typed is still there.',
  },
}
