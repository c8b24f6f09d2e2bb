import type { PaymentId } from '../core/ids'

const hosts = { test: 'ca-test.adyen.com', live: 'ca-live.adyen.com' } as const

/** Where a payment is looked at with Adyen; the simulator has no such place. */
export const customerAreaPage = (where: keyof typeof hosts, payment: PaymentId | string): string =>
  `https://${hosts[where]}/ca/ca/accounts/showTx.shtml?${new URLSearchParams({ pspReference: payment, txType: 'Payment' })}`
