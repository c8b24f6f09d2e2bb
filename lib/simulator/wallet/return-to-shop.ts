import type { Choices } from '@/lib/simulator/payment/endings'
import type { Payment } from '@/lib/simulator/payment/payment'
import type { Switches } from '@/lib/simulator/switches'

/** Where the shopper goes next. `form` is what the browser must post there, null for a GET. */
export type WalletResult =
  | {
      kind: 'returns'
      payment: Payment
      url: string
      form: { redirectResult: string } | null
      /** The address is shown instead of followed, for another browser or a second time. */
      shown: boolean
    }
  | { kind: 'stays'; payment: Payment }
  | { kind: 'over'; payment: Payment }
  | { kind: 'no_script'; payment: Payment }
  | { kind: 'unknown' }

/** The shop's own query stays; the result is appended, percent-encoded. */
export function returnToShop(
  payment: Payment,
  set: Pick<Switches, 'doubleAmpersand'>,
  way: Choices['way'] = 'usual',
): WalletResult {
  const { returnUrl, redirectResult } = payment
  if (redirectResult === null) return { kind: 'over', payment }
  const back = { kind: 'returns', payment, shown: way === 'show' } as const
  const asked = payment.returnMethod === 'POST' && way !== 'GET' && way !== '&&'
  if (asked || way === 'POST') return { ...back, url: returnUrl, form: { redirectResult } }

  const url = new URL(returnUrl)
  const own = url.search.replace(/^\?/, '')
  // Adyen's documented example has an empty pair in front of redirectResult.
  const between = set.doubleAmpersand || way === '&&' ? '&&' : own === '' ? '' : '&'
  const encoded = encodeURIComponent(redirectResult).replaceAll('!', '%21')
  url.search = `?${own}${between}redirectResult=${encoded}`
  return { ...back, url: url.href, form: null }
}
