import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { type LaterMoney, planLaterMoney } from '@/lib/simulator/money/later-money'
import {
  type Choices,
  type Ending,
  endingOf,
  offerClosed,
  timedOut,
} from '@/lib/simulator/payment/endings'
import { moneyScripts } from '@/lib/simulator/payment/money-scripts'
import { expiredPayments, findPayment, type Payment } from '@/lib/simulator/payment/payment'
import { partOf } from '@/lib/simulator/payment/script-queue'
import { withToken } from '@/lib/simulator/payment/tokens'
import { newRedirectResult } from '@/lib/simulator/references'
import { readSwitches, type Switches, setSwitches } from '@/lib/simulator/switches'
import { returnToShop, type WalletResult } from '@/lib/simulator/wallet/return-to-shop'
import { webhooksFor } from '@/lib/simulator/webhooks/planned-webhooks'
import { queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

export type PaymentKey = 'redirect_data' | 'reference' | 'phone_code'

/** Presses a button of the wallet page. The first press of a payment decides, later ones change nothing. */
export async function pressButton(
  config: SimulatorConfig,
  key: PaymentKey,
  value: string,
  chosen: Choices,
): Promise<WalletResult> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await findPayment(tx, key, value, 'for update')
    if (payment === null) return { kind: 'unknown' }

    const what = await whatHappens(tx, payment, chosen, now)
    switch (what) {
      case 'over':
        return { kind: 'over', payment }
      case 'no_script':
        return { kind: 'no_script', payment }
      case 'window_closed':
        return closeWindow(tx, payment, now)
      case 'time_over':
        await tx.query('update simulator.payments set session_ends_at = $2 where id = $1', [
          payment.id,
          now,
        ])
        return { kind: 'over', payment: { ...payment, sessionEndsAt: now } }
      default:
        return end(tx, config, payment, what, chosen, key === 'phone_code', now)
    }
  })
}

type Pressed = Ending | 'over' | 'no_script' | 'window_closed' | 'time_over'

async function whatHappens(
  tx: Database,
  payment: Payment,
  chosen: Choices,
  now: number,
): Promise<Pressed> {
  if (chosen.press === 'Return with an error') {
    const tooLate = payment.status === 'ended' || !isOver(payment, now)
    // An offer that has been closed already is not told about a second time.
    return tooLate ? 'over' : payment.status === 'open' ? timedOut : { ...timedOut, webhooks: [] }
  }
  if (payment.status !== 'open') return 'over'
  if (chosen.press === 'Close the offer') return isOver(payment, now) ? offerClosed : 'over'
  if (isOver(payment, now)) return 'over'
  if (chosen.press === 'Let the time run out') return 'time_over'

  let pressed = chosen.press
  if (pressed === 'Play the script') {
    const scripted = partOf(payment)
    if (scripted === null) return 'no_script'
    if (scripted.switches) await setSwitches(tx, payment.reference, scripted.switches)
    if (typeof scripted.part !== 'string') return scripted.part
    pressed = scripted.part
  }
  if (pressed === 'Close the window') return 'window_closed'
  return endingOf(pressed, chosen, await readSwitches(tx, payment.reference))
}

/** Nobody can pay any more: the offer is closed, or the time of the page is up. */
export const isOver = ({ expiresAt, sessionEndsAt }: Payment, now: number) =>
  (expiresAt !== null && expiresAt <= now) || (sessionEndsAt !== null && sessionEndsAt <= now)

async function closeWindow(tx: Database, payment: Payment, now: number): Promise<WalletResult> {
  const { offerClosedAfterMs } = await readSwitches(tx, payment.reference)
  await tx.query('update simulator.payments set expires_at = $2 where id = $1', [
    payment.id,
    offerClosedAfterMs === null ? null : now + offerClosedAfterMs,
  ])
  return { kind: 'stays', payment }
}

async function end(
  tx: Database,
  config: SimulatorConfig,
  payment: Payment,
  ending: Ending,
  chosen: Choices,
  onPhone: boolean,
  now: number,
): Promise<WalletResult> {
  const redirectResult = newRedirectResult()
  const { authorisedAfterMs, resultCode, refusalCode, returns } = ending
  await tx.query(
    `update simulator.payments set status = 'ended', expires_at = null, result_code = $2,
       refusal_code = $3, redirect_result = $4, authorised_at = $5, ended_at = $6,
       ended_on_phone = $7 where id = $1`,
    [
      payment.id,
      resultCode,
      refusalCode,
      redirectResult,
      authorisedAfterMs === null ? null : now + authorisedAfterMs,
      now,
      // The window that shows the QR code takes the shopper back, if anybody goes back.
      onPhone && returns,
    ],
  )
  const set = await readSwitches(tx, payment.reference, payment.shopperReference)
  const { webhooks, ...saved } = await withToken(tx, payment, ending, set, now)
  const authorisedAt = authorisedAfterMs === null ? null : now + authorisedAfterMs
  const ended: Payment = { ...payment, status: 'ended', resultCode, redirectResult, authorisedAt }
  const told = webhooksFor(payment, webhooks, { set, now, ...saved })
  const later = await planLaterMoney(tx, ended, laterOf(ending, chosen), now)
  await queueWebhooks(tx, config, payment, [...told, ...later], now)
  return returns ? returnToShop(ended, set, chosen.way) : { kind: 'stays', payment: ended }
}

/** A script knows what happens to its money; else it is what was chosen, where there is money. */
function laterOf({ later, authorisedAfterMs }: Ending, { afterwards }: Choices): LaterMoney {
  if (later !== undefined) return later
  if (afterwards === 'nothing' || authorisedAfterMs === null) return {}
  return moneyScripts[afterwards].later
}

/** Offers whose time ran out with nobody having paid: Adyen closes them and says so. */
export async function closeExpiredOffers(config: SimulatorConfig): Promise<void> {
  const now = await config.now()
  await inTransaction(config.pool, async (tx) => {
    for (const payment of await expiredPayments(tx, now)) {
      await tx.query(`update simulator.payments set status = 'expired' where id = $1`, [payment.id])
      const set: Switches = await readSwitches(tx, payment.reference)
      const webhooks = webhooksFor(payment, [{ event: 'closed', afterMs: 0 }], { set, now })
      await queueWebhooks(tx, config, payment, webhooks, payment.expiresAt ?? now)
    }
  })
}
