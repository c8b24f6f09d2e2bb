/**
 * The payment methods that this shop can serve: redirects that need nothing typed in our form.
 * Adyen's type → our logo in public/, to be replaced there by Adyen's own file. A further method is
 * a line here and a name in the messages.
 */
export const servedMethods = {
  kakaopay: { logo: '/payment-methods/kakaopay.svg' },
  kcp_naverpay: { logo: '/payment-methods/naverpay.svg' },
  kcp_payco: { logo: '/payment-methods/payco.svg' },
  kcp_creditcard: { logo: '/payment-methods/card.svg' },
} as const

export type MethodType = keyof typeof servedMethods

export const isServed = (type: string): type is MethodType => Object.hasOwn(servedMethods, type)
