import { z } from 'zod'
import { waitMs } from '@/lib/simulator/duration'
import type { LaterMoney } from '@/lib/simulator/money/later-money'
import { moneyScriptNames } from '@/lib/simulator/payment/money-scripts'
import { refusalReason } from '@/lib/simulator/payment/refusal-reasons'
import type { Switches } from '@/lib/simulator/switches'
import type { PlannedWebhook } from '@/lib/simulator/webhooks/planned-webhooks'
import { FIRST_WEBHOOK_MS } from '@/lib/simulator/webhooks/webhook-queue'

export const walletButtons = [
  'Approve',
  'Refuse',
  'Cancel',
  'Fail with an error',
  'Leave pending',
  'Leave received',
  'Approve without returning',
  'Close the window',
  'Cancel, then approve in the app',
] as const
export type WalletButton = (typeof walletButtons)[number]

/** Buttons that are there at certain times only. */
export const occasionalButtons = [
  'Play the script',
  'Let the time run out',
  'Return with an error',
  'Close the offer',
] as const

/** How the shopper goes back, if not as usual. */
export const returnWays = ['usual', 'GET', 'POST', '&&', 'show'] as const

/** What the shopper chose beside the button. */
export const choices = z.object({
  press: z.enum([...walletButtons, ...occasionalButtons]),
  final: z.enum(['Authorised', 'Refused']).default('Authorised'),
  finalAfterMs: waitMs.default(20_000),
  refusalCode: z.enum(['2', '4', '12', '20', '23', '28']).default('2'),
  way: z.enum(returnWays).default('usual'),
  /** What happens to the money later, if it comes at all. */
  afterwards: z.enum(['nothing', ...moneyScriptNames]).default('nothing'),
})
export type Choices = z.infer<typeof choices>
type Decided = Pick<Choices, 'final' | 'finalAfterMs'> & { readonly refusalCode: string }

export type Ending = {
  readonly resultCode: string
  readonly refusalCode: string | null
  readonly returns: boolean
  /** After so long the money is there; null: never. */
  readonly authorisedAfterMs: number | null
  readonly webhooks: readonly PlannedWebhook[]
  /** What happens to the money afterwards. */
  readonly later?: LaterMoney
}

const soon = FIRST_WEBHOOK_MS
const APP_LATER_MS = 5_000

const money = { refusalCode: null, returns: true, authorisedAfterMs: 0 }
const noMoney = { refusalCode: null, returns: true, authorisedAfterMs: null }

const approved = (afterMs: number): PlannedWebhook => ({ event: 'authorised', afterMs })
const refused = (reason: string, afterMs = soon): PlannedWebhook => ({
  event: 'refused',
  afterMs,
  reason,
})
const left = refused('Shopper Cancelled')
const closed: PlannedWebhook = { event: 'closed', afterMs: soon + 1_000 }

/** The table of the wallet page: what each button makes happen. */
export function endingOf(
  pressed: Exclude<WalletButton, 'Close the window'>,
  chosen: Decided,
  set: Switches,
): Ending {
  switch (pressed) {
    case 'Approve':
      return { ...money, resultCode: 'Authorised', webhooks: [approved(soon)] }
    case 'Approve without returning':
      return { ...money, resultCode: 'Authorised', webhooks: [approved(soon)], returns: false }
    case 'Refuse':
      return declined('Refused', chosen.refusalCode)
    case 'Fail with an error':
      return declined('Error', '4')
    case 'Cancel':
      return {
        ...noMoney,
        resultCode: 'Cancelled',
        webhooks: [set.cancel === 'OFFER_CLOSED' ? closed : left],
      }
    case 'Leave pending':
      return undecided('Pending', chosen)
    case 'Leave received':
      return undecided('Received', chosen)
    case 'Cancel, then approve in the app':
      return { ...money, resultCode: 'Cancelled', webhooks: [left, approved(soon + APP_LATER_MS)] }
  }
}

/** KakaoPay's time is up and the shopper is sent back with an error. */
export const timedOut: Ending = declined('Error', '4')

/** The offer is closed at once, with nobody going back. */
export const offerClosed: Ending = {
  ...noMoney,
  resultCode: 'Cancelled',
  returns: false,
  webhooks: [closed],
}

export type ImmediateResult = Exclude<Switches['contAuth'], 'unknown_token' | 'by_token'>
type Details = { readonly final: 'Authorised' | 'Refused'; readonly refusalCode: string }
const asUsual: Details = { final: 'Authorised', refusalCode: '2' }

/** A payment with a stored token, or one that ends before any redirect. */
export function immediateEnding(
  resultCode: ImmediateResult,
  { final, refusalCode } = asUsual,
): Ending {
  switch (resultCode) {
    case 'Authorised':
      return { ...money, resultCode, webhooks: [approved(soon)] }
    case 'Received':
    case 'Pending':
      return undecided(resultCode, { final, finalAfterMs: soon + APP_LATER_MS, refusalCode })
    case 'Refused':
      return declined(resultCode, refusalCode)
    case 'Error':
      return declined(resultCode, '4')
  }
}

function declined(resultCode: string, refusalCode: string): Ending {
  return { ...noMoney, resultCode, refusalCode, webhooks: [refused(refusalReason(refusalCode))] }
}

function undecided(
  resultCode: string,
  { final, finalAfterMs: afterMs, refusalCode }: Decided,
): Ending {
  return final === 'Authorised'
    ? { ...money, resultCode, authorisedAfterMs: afterMs, webhooks: [approved(afterMs)] }
    : { ...noMoney, resultCode, webhooks: [refused(refusalReason(refusalCode), afterMs)] }
}
