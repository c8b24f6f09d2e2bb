import { parseStored } from './notification'

/** What of Adyen's answers and notifications names no person and opens nothing: the rest is `***`. */
const shown = new Set([
  'action',
  'additionalData',
  'amount',
  'arn',
  'chargebackReasonCode',
  'currency',
  'defensePeriodEndsAt',
  'disputeStatus',
  'errorCode',
  'eventCode',
  'eventDate',
  'kind',
  'live',
  'merchantAccountCode',
  'merchantReference',
  'method',
  'minor',
  'modificationMerchantReferences',
  'operations',
  'originalReference',
  'paymentMethod',
  'paymentMethodType',
  'pspReference',
  'reason',
  'reference',
  'refusalCode',
  'refusalFinal',
  'refusalReason',
  'refusalReasonCode',
  'resultCode',
  'success',
  'type',
  'value',
])

/** JSON as Adyen sent it, for a person to read and to pass on: of addresses only where they lead. */
export const maskedJson = (text: string): string =>
  JSON.stringify(masked(parseStored(text)), null, 2) ?? '***'

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (name === 'url' && typeof each === 'string') return [name, withoutQuery(each)]
      return [name, shown.has(name) ? masked(each) : '***']
    }),
  )
}

const withoutQuery = (url: string) =>
  URL.canParse(url) ? `${new URL(url).origin}${new URL(url).pathname}` : '***'
