import type { Locale } from '@/lib/core/locale'

type Words = {
  readonly heading: string
  readonly explain: string
  readonly explainPayment: string
  readonly retry: string
  readonly home: string
}

/** What the error pages say. They run in the browser, so these few words are all that is sent there. */
export const broken: Record<Locale, Words> = {
  ko: {
    heading: '페이지를 불러오지 못했습니다',
    explain: '저희 쪽에 문제가 생겼습니다. 잠시 후 다시 시도해 주세요.',
    explainPayment:
      '화면을 보여 드리지 못했을 뿐, 돈은 안전합니다. 결제하셨다면 결과가 저장되어 있으니 다시 결제하지 말고 이 페이지를 새로 열어 주세요. 메일로도 알려 드립니다.',
    retry: '다시 시도',
    home: '처음으로',
  },
  en: {
    heading: 'This page could not be loaded',
    explain: 'Something went wrong on our side. Please try again in a moment.',
    explainPayment:
      'Only this page failed: your money is safe. If you paid, the result is stored, so please do not pay again but open this page once more. We also tell you by email.',
    retry: 'Try again',
    home: 'To the start',
  },
}
