/** What this merchant account has in Korea. The names and types are Adyen's. */
const methods = [
  { name: 'KakaoPay', type: 'kakaopay' },
  { name: 'Naver Pay', type: 'kcp_naverpay' },
  { name: 'PAYCO', type: 'kcp_payco' },
  { name: 'Korean Credit Card', type: 'kcp_creditcard' },
]

// A merchant account always has something that this shop does not know.
const cards = { name: 'Cards', type: 'scheme', brands: ['visa', 'mc'] }

/** The Korean methods exist for Korea and won only. What is not said does not filter. */
export function offeredIn(country: string | undefined, currency: string | undefined) {
  return (country ?? 'KR') === 'KR' && (currency ?? 'KRW') === 'KRW' ? [...methods, cards] : [cards]
}

export const nameOfMethod = (type: string) =>
  methods.find((method) => method.type === type)?.name ?? type

export const isRedirectMethod = (
  type: string,
  country: string | undefined,
  currency: string,
): boolean =>
  type !== cards.type && offeredIn(country, currency).some((method) => method.type === type)
