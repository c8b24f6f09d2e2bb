import type { Locale } from '../core/locale'

type Words = {
  readonly subject: (code: string) => string
  readonly opening: string
  readonly code: string
  readonly ignore: string
}

/** What the letter with a sign-in code says. Korean first; a missing sentence is a type error. */
export const codeLetter: Record<Locale, Words> = {
  ko: {
    subject: (code) => `[노랑] 로그인 코드 ${code}`,
    opening: '로그인 화면에 아래 코드를 입력해 주세요. 코드는 10분 동안 쓸 수 있습니다.',
    code: '로그인 코드',
    ignore:
      '직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 이 코드는 누구에게도 알려 주지 마세요. 노랑은 코드를 묻지 않습니다.',
  },
  en: {
    subject: (code) => `[Norang] Sign-in code ${code}`,
    opening: 'Type this code into the sign-in page. It works for 10 minutes.',
    code: 'Sign-in code',
    ignore:
      'If it was not you who asked, you can ignore this mail. Never tell the code to anybody: Norang does not ask for it.',
  },
}
