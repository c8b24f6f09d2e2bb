import type { LaterMoney } from '@/lib/simulator/money/later-money'
import { FIRST_WEBHOOK_MS } from '@/lib/simulator/webhooks/webhook-queue'

/** So many minutes after the payment, the time that a webhook takes included. */
const minutes = (count: number) => ({ delayMs: count * 60_000 - FIRST_WEBHOOK_MS })

type MoneyScript = { readonly what: string; readonly later: LaterMoney }

const announced = { eventCode: 'NOTIFICATION_OF_CHARGEBACK', ...minutes(1) } as const
const taken = { eventCode: 'CHARGEBACK', ...minutes(2) } as const
const defended = { eventCode: 'INFORMATION_SUPPLIED', ...minutes(3) } as const
const reversed = { eventCode: 'CHARGEBACK_REVERSED', ...minutes(4) } as const

/** Payments that are approved, and whose money then leaves or comes back by another road. */
export const moneyScripts = {
  refunded_elsewhere: {
    what: 'paid; given back in the Customer Area a minute later',
    later: { acts: [{ eventCode: 'REFUND', ...minutes(1) }] },
  },
  half_refunded_elsewhere: {
    what: 'paid; half of it given back in the Customer Area a minute later',
    later: { acts: [{ eventCode: 'REFUND', value: 'half', ...minutes(1) }] },
  },
  cancelled_elsewhere: {
    what: 'paid; CANCELLATION true a minute later, with the amount',
    later: { acts: [{ eventCode: 'CANCELLATION', outcome: 'ok', ...minutes(1) }] },
  },
  missing_amount: {
    what: 'paid; CANCELLATION true without amount at once: all of it is cancelled',
    later: { acts: [{ eventCode: 'CANCELLATION', outcome: 'ok', amount: 'left_out' }] },
  },
  cancel_or_refund: {
    what: 'paid; CANCEL_OR_REFUND a minute later, which was a refund',
    later: { acts: [{ eventCode: 'CANCEL_OR_REFUND', ...minutes(1) }] },
  },
  technical_cancel: {
    what: 'paid; TECHNICAL_CANCEL true a minute later',
    later: { acts: [{ eventCode: 'TECHNICAL_CANCEL', outcome: 'ok', ...minutes(1) }] },
  },
  capture_failed: {
    what: 'paid; CAPTURE_FAILED a minute later: the money never comes',
    later: { acts: [{ eventCode: 'CAPTURE_FAILED', ...minutes(1) }] },
  },
  chargeback: {
    what: 'paid; NOTIFICATION_OF_CHARGEBACK after 1 minute, CHARGEBACK after 2',
    later: { steps: [announced, taken] },
  },
  chargeback_of_half: {
    what: 'the same, for half of the amount',
    later: { steps: [{ ...announced, value: 'half' }, taken] },
  },
  dispute_won: {
    what: 'the chargeback is defended and reversed: INFORMATION_SUPPLIED after 3 minutes, CHARGEBACK_REVERSED after 4',
    later: { steps: [announced, taken, defended, reversed] },
  },
  dispute_lost: {
    what: 'the same, and SECOND_CHARGEBACK after 5 minutes',
    later: {
      steps: [
        announced,
        taken,
        defended,
        reversed,
        { eventCode: 'SECOND_CHARGEBACK', ...minutes(5) },
      ],
    },
  },
  arbitration: {
    what: 'defended and reversed, then PREARBITRATION_OPEN after 5 minutes and PREARBITRATION_WON after 6',
    later: {
      steps: [
        announced,
        taken,
        defended,
        reversed,
        { eventCode: 'PREARBITRATION_OPEN', ...minutes(5) },
        { eventCode: 'PREARBITRATION_WON', ...minutes(6) },
      ],
    },
  },
  information_requested: {
    what: 'paid; REQUEST_FOR_INFORMATION after 1 minute, NOTIFICATION_OF_FRAUD after 2; no money is taken',
    later: {
      steps: [
        { eventCode: 'REQUEST_FOR_INFORMATION', ...minutes(1) },
        { eventCode: 'NOTIFICATION_OF_FRAUD', ...minutes(2) },
      ],
    },
  },
} as const satisfies Record<string, MoneyScript>

export type MoneyScriptName = keyof typeof moneyScripts
const isMoneyScript = (word: string): word is MoneyScriptName => word in moneyScripts
export const moneyScriptNames = Object.keys(moneyScripts).filter(isMoneyScript)
