import type { Locale } from '../core/locale'

/** The payment methods' names, by Adyen's type. */
export const methodNames = {
  ko: {
    kakaopay: '카카오페이',
    kcp_naverpay: '네이버페이',
    kcp_payco: '페이코',
    kcp_creditcard: '신용·체크카드',
  },
  en: {
    kakaopay: 'KakaoPay',
    kcp_naverpay: 'Naver Pay',
    kcp_payco: 'PAYCO',
    kcp_creditcard: 'Credit or debit card',
  },
} as const

/** By what a shopper knows a method; empty for none and for one that is not sold here. */
export const methodName = (locale: Locale, type: string | null): string =>
  new Map<string | null, string>(Object.entries(methodNames[locale])).get(type) ?? ''
