import type { Locale } from '../core/locale'

type Words = { readonly subject: (number: string) => string; readonly answer: string }

/** What is around a letter that a person of the shop writes. Korean first. */
export const writtenLetter: Record<Locale, Words> = {
  ko: {
    subject: (number) => `[노랑] 주문에 대해 알려 드립니다 (주문 ${number})`,
    answer: '궁금하신 점이 있으면 고객센터로 연락해 주세요.',
  },
  en: {
    subject: (number) => `[Norang] About your order (order ${number})`,
    answer: 'If you have a question, please contact us.',
  },
}
