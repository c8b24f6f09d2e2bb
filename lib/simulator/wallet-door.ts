import type { SimulatorConfig } from '@/lib/simulator/config'
import { choices } from '@/lib/simulator/endings'
import { findPayment, type Payment } from '@/lib/simulator/payment'
import { readSwitches } from '@/lib/simulator/switches'
import { press, wayBack } from '@/lib/simulator/wallet'
import {
  type Back,
  goodbyePage,
  overPage,
  postBackPage,
  unknownPage,
  walletPage,
} from '@/lib/simulator/wallet-page'

/** The page behind action.url, and what its buttons post. Action.method POST brings the same field. */
export async function answerWallet(config: SimulatorConfig, request: Request): Promise<Response> {
  const fields =
    request.method === 'POST'
      ? new URLSearchParams(await request.text())
      : new URL(request.url).searchParams
  const lang = /^\s*ko/i.test(request.headers.get('accept-language') ?? '') ? 'ko' : 'en'
  const redirectData = fields.get('redirectData') ?? ''
  const payment = await findPayment(config.pool, 'redirect_data', redirectData)
  if (payment === null) return unknownPage(lang)

  const chosen = choices.safeParse({
    ...Object.fromEntries(fields),
    finalAfterMs: Number(fields.get('finalAfterSeconds') ?? 20) * 1_000,
  })
  if (request.method !== 'POST' || !chosen.success) return show(config, payment)

  const way = await press(config, 'redirect_data', redirectData, chosen.data)
  switch (way.kind) {
    case 'returns':
      if (way.form !== null) return postBackPage(payment, way)
      return new Response(null, {
        status: 303,
        headers: { location: way.url, 'cache-control': 'no-store' },
      })
    case 'stays':
      return goodbyePage(payment)
    case 'over':
      return overPage(way.payment, await backFrom(config, way.payment))
    case 'unknown':
      return unknownPage(lang)
  }
}

async function show(config: SimulatorConfig, payment: Payment): Promise<Response> {
  const expired = payment.expiresAt !== null && payment.expiresAt <= (await config.now())
  return payment.status === 'open' && !expired
    ? walletPage(config.shop.name, payment)
    : overPage(payment, await backFrom(config, payment))
}

/** With the result if there is one, so that the shopper can come back a second time. */
async function backFrom({ pool }: SimulatorConfig, payment: Payment): Promise<Back> {
  const way = wayBack(payment, await readSwitches(pool, payment.reference))
  return way.kind === 'returns' ? way : { url: payment.returnUrl, form: null }
}
