import { rungs } from '@/lib/core/attempt'
import { disputeLadder } from '@/lib/core/dispute'
import { claimStates, parcelStates } from '@/lib/core/goods/goods'
import { places } from '@/lib/core/goods/places'
import { ownReasons, refundRungs } from '@/lib/core/refund'
import { deliveryOutcomes, forgeries } from './acts'
import { mayBecome } from './check-promises'
import { cancelEventCodes, lostEventCodes } from './fake-adyen'
import { type Coverage, callOutcomes } from './world'

/** Needs money given back by hand, then lost, while another attempt is at the wallet: it may happen, and seldom does. */
const rareChanges = ['refunded → confirming', 'refunded → awaiting_payment']

/** What there is to reach, under the heading of the report. What is not reached is not proven. */
const coverable: Readonly<Record<string, readonly string[]>> = {
  rung: rungs,
  status: Object.keys(mayBecome),
  became: Object.entries(mayBecome)
    .flatMap(([was, all]) => all.map((is) => `${was} → ${is}`))
    .filter((change) => !rareChanges.includes(change)),
  refund: refundRungs,
  'refund for': [...ownReasons, 'elsewhere'],
  'refund fate': ['done', 'refused', 'failed_later', 'bounced', 'bounced_elsewhere'],
  there: [
    'refund',
    ...cancelEventCodes,
    ...lostEventCodes,
    ...disputeLadder.map((step) => `dispute ${step}`),
  ],
  undone: ['cancelled', 'never_came'],
  dispute: disputeLadder,
  books: ['more left than came'],
  end: ['books agree', 'left to a person'],
  standing: ['here', 'partly_sent', 'sent', 'delivered', 'claimed'],
  parcel: parcelStates,
  claim: claimStates,
  place: places,
  'pays for the way': ['shopper'],
  'hold over': ['awaiting_payment', 'confirming', 'of what was given back', 'paid late'],
  letter: [
    'paid',
    'payment_failed',
    'timed_out',
    'sold_out',
    'refund_requested',
    'refunded',
    'refund_stuck',
    'handed_back',
    'sent',
    'partly_sent',
    'exchange_sent',
    'claim_opened',
    'claim_refused',
    'claim_settled',
  ],
  dropped: ['payment_failed', 'timed_out'],
  parked: [
    'unknown_reference',
    'unknown_payment',
    'unknown_refund',
    'wrong_amount',
    'wrong_merchant_account',
    'wrong_environment',
  ],
  person: [
    'cancelled_by',
    'refund_wished',
    'handed_back',
    'lines_cancelled',
    'parcel_sent',
    'parcel_moved',
    'parcel_lost',
    'claim_opened',
    'claim_refused',
    'claim_withdrawn',
    'claim_arrived',
    'claim_settled',
  ],
  crash: [
    'request',
    'apply_notification',
    'ask_details',
    'ask_refund',
    'end_stock_hold',
    'expire_attempt',
    'mail',
    'refund_again',
    'resume_payment',
  ],
  fault: [
    ...callOutcomes.filter((network) => network !== 'answers'),
    ...deliveryOutcomes.filter((how) => how !== 'arrives').map((how) => `notification_${how}`),
    ...forgeries,
    'notification_overtakes',
    'job_overtaken',
    'paid_twice_under_one_reference',
    'success_after_the_end',
    'invented_result',
    'result_of_another_payment',
  ],
}

/** What the histories should have come by and never did. */
export const notCovered = (coverage: Coverage): string[] =>
  Object.entries(coverable).flatMap(([heading, names]) =>
    names
      .filter((name) => !coverage.has(`${heading}/${name}`))
      .map((name) => `${heading}: ${name}`),
  )

const total = (coverage: Coverage, heading: string) =>
  [...coverage].reduce(
    (sum, [what, times]) => sum + (what.startsWith(`${heading}/`) ? times : 0),
    0,
  )

const number = (value: number) => value.toLocaleString('en-US')

/** The report of many histories, as lines. */
export function coverageReport(coverage: Coverage, histories: number): string[] {
  const never = notCovered(coverage)
  return [
    `${number(histories)} histories, ${number(total(coverage, 'act'))} steps, ` +
      `${number(total(coverage, 'crash'))} crashes, ${number(total(coverage, 'fault'))} faults`,
    ...Object.entries(coverable).flatMap(([heading, names]) => [
      '',
      heading,
      ...names.map(
        (name) => `  ${number(coverage.get(`${heading}/${name}`) ?? 0).padStart(12)}  ${name}`,
      ),
    ]),
    '',
    never.length === 0 ? 'Everything was reached.' : `Never reached: ${never.join(', ')}`,
  ]
}

/** An act on one line: `wallet offer 0, does approve`. */
export function actInWords({ act, ...what }: { readonly act: string }): string {
  const words = Object.entries(what).map(([name, value]) => `${name} ${String(value)}`)
  return `${act.replaceAll('_', ' ')} ${words.join(', ')}`.trimEnd()
}
