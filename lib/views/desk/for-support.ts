import { parseItem } from '@/lib/adyen/notification'
import type { AttemptFact, NewsFact, RefundFact } from '@/lib/db/desk/order-in-full'

export type AskedOf = {
  readonly merchantAccount: string
  readonly environment: 'TEST' | 'LIVE' | 'simulator'
}

type About = {
  readonly attempt: AttemptFact
  /** Adyen's names of what was paid under it. */
  readonly pspReferences: readonly string[]
  readonly news: readonly NewsFact[]
  readonly refunds: readonly RefundFact[]
}

/** All that Adyen's support asks about a payment, in Adyen's words: nothing of the shopper. */
export function textForSupport(
  { merchantAccount, environment }: AskedOf,
  { attempt, pspReferences, news, refunds }: About,
): string {
  const line = (label: string, value: string | null) => (value ? [`${label}: ${value}`] : [])
  return [
    ...line('Merchant account', merchantAccount),
    ...line('Environment', environment),
    ...line('Payment method', attempt.method),
    ...line('Merchant reference', attempt.reference),
    ...line('PSP reference', pspReferences.join(', ')),
    ...line('Amount', `KRW ${attempt.amount}`),
    ...line('Requested', utc(attempt.createdAt)),
    ...line('Idempotency key', attempt.idempotencyKey),
    ...line('resultCode', attempt.resultCode),
    ...line('Refusal', [attempt.refusalCode, attempt.refusalReason].filter(Boolean).join(' ')),
    ...line('Shopper returned', attempt.returnedAt && utc(attempt.returnedAt)),
    ...news.flatMap((each) => line('Webhook', newsText(each))),
    ...refunds.flatMap((refund) => line('Refund', refundText(refund))),
  ].join('\n')
}

const utc = (at: string) => new Date(at).toISOString()

function newsText({ item, receivedAt }: NewsFact): string | null {
  const told = parseItem(item)
  if (!told) return null
  const { eventCode, success, pspReference, originalReference, reason } = told
  return [
    eventCode,
    `success=${success}`,
    `pspReference=${pspReference}`,
    ...(originalReference ? [`originalReference=${originalReference}`] : []),
    ...(reason ? [`reason=${reason}`] : []),
    `received ${utc(receivedAt)}`,
  ].join(' ')
}

const refundText = ({ reference, pspReference, createdAt, problem }: RefundFact): string =>
  [
    `reference=${reference}`,
    pspReference ? `pspReference=${pspReference}` : 'no answer yet',
    `requested ${utc(createdAt)}`,
    ...(problem ? [`problem=${problem}`] : []),
  ].join(' ')
