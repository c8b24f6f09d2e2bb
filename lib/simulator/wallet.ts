import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { type Choices, type Ending, endingOf, type Told } from '@/lib/simulator/endings'
import { type News, queueNews } from '@/lib/simulator/notifications'
import { expiredPayments, findPayment, type Payment } from '@/lib/simulator/payment'
import { newRedirectResult } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'

/** Where the shopper goes next. `form` is what the browser must post there, null for a GET. */
export type Way =
  | { kind: 'returns'; url: string; form: { redirectResult: string } | null }
  | { kind: 'stays' }
  | { kind: 'over'; payment: Payment }
  | { kind: 'unknown' }

/** Presses a button of the wallet page. The first press of a payment decides, later ones change nothing. */
export async function press(
  config: SimulatorConfig,
  key: 'redirect_data' | 'reference',
  value: string,
  chosen: Choices,
): Promise<Way> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await findPayment(tx, key, value, 'for update')
    if (payment === null) return { kind: 'unknown' }
    if (payment.status !== 'open' || isOver(payment, now)) return { kind: 'over', payment }

    const set = await readSwitches(tx, payment.reference)
    if (chosen.press === 'Close the window') {
      await tx.query('update simulator.payments set expires_at = $2 where id = $1', [
        payment.id,
        set.offerClosedAfterMs === null ? null : now + set.offerClosedAfterMs,
      ])
      return { kind: 'stays' }
    }
    return end(tx, config, payment, endingOf(chosen.press, chosen, set), now)
  })
}

const isOver = ({ expiresAt }: Payment, now: number) => expiresAt !== null && expiresAt <= now

async function end(
  tx: Database,
  config: SimulatorConfig,
  payment: Payment,
  ending: Ending,
  now: number,
): Promise<Way> {
  const redirectResult = newRedirectResult()
  const { authorisedAfterMs, resultCode, refusalCode } = ending
  await tx.query(
    `update simulator.payments set status = 'ended', expires_at = null, result_code = $2,
       refusal_code = $3, redirect_result = $4, authorised_at = $5 where id = $1`,
    [
      payment.id,
      resultCode,
      refusalCode,
      redirectResult,
      authorisedAfterMs === null ? null : now + authorisedAfterMs,
    ],
  )
  const news = ending.tells.map((told) => newsOf(payment, told))
  await queueNews(tx, config, payment, news, now)
  return ending.returns
    ? wayBack({ ...payment, redirectResult }, await readSwitches(tx, payment.reference))
    : { kind: 'stays' }
}

function newsOf(payment: Payment, told: Told): News {
  const { pspReference, reference, amount, method } = payment
  const about = { pspReference, merchantReference: reference, amount, paymentMethod: method }
  const { afterMs } = told
  switch (told.event) {
    case 'authorised':
      return {
        afterMs,
        item: {
          ...about,
          eventCode: 'AUTHORISATION',
          success: 'true',
          reason: '',
          operations: ['REFUND'],
        },
      }
    case 'refused':
      return {
        afterMs,
        item: { ...about, eventCode: 'AUTHORISATION', success: 'false', reason: told.reason },
      }
    case 'closed':
      return { afterMs, item: { ...about, eventCode: 'OFFER_CLOSED', success: 'true', reason: '' } }
  }
}

/** The shop's own query stays; the result is appended, percent-encoded. */
export function wayBack(payment: Payment, { doubleAmpersand }: Switches): Way {
  const { returnUrl, redirectResult } = payment
  if (redirectResult === null) return { kind: 'over', payment }
  if (payment.returnMethod === 'POST')
    return { kind: 'returns', url: returnUrl, form: { redirectResult } }

  const url = new URL(returnUrl)
  const own = url.search.replace(/^\?/, '')
  const between = own === '' ? '' : doubleAmpersand ? '&&' : '&'
  const encoded = encodeURIComponent(redirectResult).replaceAll('!', '%21')
  url.search = `?${own}${between}redirectResult=${encoded}`
  return { kind: 'returns', url: url.href, form: null }
}

/** Offers whose time ran out with nobody having paid: Adyen closes them and says so. */
export async function closeExpiredOffers(config: SimulatorConfig): Promise<void> {
  const now = await config.now()
  await inTransaction(config.pool, async (tx) => {
    for (const payment of await expiredPayments(tx, now)) {
      await tx.query(`update simulator.payments set status = 'expired' where id = $1`, [payment.id])
      const news = newsOf(payment, { event: 'closed', afterMs: 0 })
      await queueNews(tx, config, payment, [news], payment.expiresAt ?? now)
    }
  })
}
