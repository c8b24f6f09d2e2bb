import { parcelRungs, refundRungs, rungs } from '@/lib/core/order'
import { deliveries, forgeries } from './acts'
import { mayBecome } from './oracle'
import { networks, type Reached } from './world'

/** What there is to reach, under the heading of the report. What is not reached is not proven. */
const reachable: Readonly<Record<string, readonly string[]>> = {
  rung: rungs,
  status: Object.keys(mayBecome),
  became: Object.entries(mayBecome).flatMap(([was, all]) => all.map((is) => `${was} → ${is}`)),
  refund: refundRungs,
  'refund for': ['surplus', 'sold_out', 'order_cancelled'],
  'refund fate': ['done', 'refused', 'failed_later', 'bounced', 'bounced_elsewhere'],
  parcel: parcelRungs,
  letter: ['paid', 'payment_failed', 'timed_out', 'refunded', 'sent', 'return_asked'],
  dropped: ['payment_failed', 'timed_out'],
  parked: [
    'unknown_reference',
    'unknown_refund',
    'wrong_amount',
    'wrong_merchant_account',
    'wrong_environment',
  ],
  person: ['cancelled_by', 'sent', 'delivered', 'return_asked'],
  crash: [
    'request',
    'apply_notification',
    'ask_details',
    'ask_refund',
    'expire_attempt',
    'mail',
    'refund_again',
    'resume_payment',
  ],
  fault: [
    ...networks.filter((network) => network !== 'answers'),
    ...deliveries.filter((how) => how !== 'arrives').map((how) => `notification_${how}`),
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
export const neverReached = (seen: Reached): string[] =>
  Object.entries(reachable).flatMap(([heading, names]) =>
    names.filter((name) => !seen.has(`${heading}/${name}`)).map((name) => `${heading}: ${name}`),
  )

const total = (seen: Reached, heading: string) =>
  [...seen].reduce((sum, [what, times]) => sum + (what.startsWith(`${heading}/`) ? times : 0), 0)

const number = (value: number) => value.toLocaleString('en-US')

/** The report of many histories, as lines. */
export function reportHistories(seen: Reached, histories: number): string[] {
  const never = neverReached(seen)
  return [
    `${number(histories)} histories, ${number(total(seen, 'act'))} steps, ` +
      `${number(total(seen, 'crash'))} crashes, ${number(total(seen, 'fault'))} faults`,
    ...Object.entries(reachable).flatMap(([heading, names]) => [
      '',
      heading,
      ...names.map(
        (name) => `  ${number(seen.get(`${heading}/${name}`) ?? 0).padStart(12)}  ${name}`,
      ),
    ]),
    '',
    never.length === 0 ? 'Everything was reached.' : `Never reached: ${never.join(', ')}`,
  ]
}

/** An act on one line: `wallet offer 0, does approve`. */
export function inWords({ act, ...what }: { readonly act: string }): string {
  const words = Object.entries(what).map(([name, value]) => `${name} ${String(value)}`)
  return `${act.replaceAll('_', ' ')} ${words.join(', ')}`.trimEnd()
}
