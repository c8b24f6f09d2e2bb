import type { Records } from '@/lib/simulator/control/records'
import { recordTable } from '@/lib/simulator/control/table'
import { type Html, html } from '@/lib/simulator/html'

/** Where the money is, and what it is made of. */
export const moneyTables = (ledger: Records): Html =>
  html`${sums(ledger)}${modifications(ledger)}${disputes(ledger)}`

const sumNames = [
  'left',
  'came',
  'refunded',
  'refundsUnderWay',
  'cancelled',
  'captureFailed',
  'takenByDisputes',
] as const

const cells = (sum: Records['money']) => sumNames.map((name) => String(sum[name]))

const sums = ({ money, payments, moneyOfPayments }: Records) =>
  recordTable(
    'Money, in won',
    ['reference', ...sumNames, 'captured', 'pspReference'],
    payments.length === 0
      ? []
      : [
          ['all of these', ...cells(money), '', ''],
          ...moneyOfPayments.map((row) => [
            row.reference,
            ...cells(row),
            row.captured ? 'yes' : 'no',
            row.pspReference,
          ]),
        ],
  )

const modifications = ({ modifications: rows }: Records) =>
  recordTable(
    'Refunds and other modifications',
    [
      'created',
      'eventCode',
      'state',
      'amount',
      'takes',
      'asked by',
      'pspReference',
      'payment',
      'reference',
      'reason',
    ],
    rows.map((row) => [
      row.createdAt,
      row.eventCode,
      row.state,
      `${row.amount.currency} ${row.amount.value}`,
      String(row.takes),
      row.askedBy,
      row.pspReference,
      row.paymentPspReference,
      row.reference ?? '',
      row.reason,
    ]),
  )

const disputes = ({ disputes: rows }: Records) =>
  recordTable(
    'Disputes',
    [
      'opened',
      'eventCode',
      'status',
      'amount',
      'taken',
      'pspReference',
      'payment',
      'still to come',
    ],
    rows.map((row) => [
      row.openedAt,
      row.eventCode ?? '',
      row.disputeStatus ?? '',
      String(row.value),
      String(row.taken),
      row.pspReference,
      row.paymentPspReference,
      row.steps
        .filter(({ reached }) => !reached)
        .map(({ eventCode, at }) => `${eventCode} ${at}`)
        .join(', '),
    ]),
  )
