import type { Locale } from '../../core/locale'

type Words = { readonly heading: string; readonly explain: string; readonly retry: string }

/** What is shown in place of a page of the desk that failed. The browser has these with it. */
export const deskFailed: Record<Locale, Words> = {
  ko: {
    heading: '화면을 여는 중 오류가 발생했습니다',
    explain: '방금 하신 일이 되었는지 확인한 뒤 다시 시도해 주세요.',
    retry: '다시 시도',
  },
  en: {
    heading: 'This page could not be opened',
    explain: 'Please check whether what you just did has been done, and try again.',
    retry: 'Try again',
  },
}
