import { jsonResponse } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { forbiddenAddress } from '@/lib/simulator/leads-to'
import { choices } from '@/lib/simulator/payment/endings'
import { findPayment, type Payment } from '@/lib/simulator/payment/payment'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import { consentPage } from '@/lib/simulator/wallet/consent-page'
import { returnToShop, type WalletResult } from '@/lib/simulator/wallet/return-to-shop'
import { isOver, type PaymentKey, pressButton } from '@/lib/simulator/wallet/wallet'
import {
  addressPage,
  goodbyePage,
  overPage,
  phoneDonePage,
  postBackPage,
  unknownPage,
} from '@/lib/simulator/wallet/wallet-end-pages'
import { type WalletView, walletPage } from '@/lib/simulator/wallet/wallet-page'

const REDIRECT_PAGE = '/checkoutshopper/checkoutPaymentRedirect'
const PHONE_PAGE = /^\/checkoutshopper\/phone\/([\w-]+)$/
const STATUS = '/checkoutshopper/status'

type Asked = {
  readonly key: PaymentKey
  readonly value: string
  readonly fields: URLSearchParams
  /** In KakaoPay's app: on the phone that buys, or on one that scanned the code of a desktop. */
  readonly inApp: 'same_phone' | 'other_phone' | null
}

/** The shopper's pages; null where none is. Action.method POST brings the same field as the address. */
export async function answerWallet(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response | null> {
  const [, code] = PHONE_PAGE.exec(path) ?? []
  if (path !== REDIRECT_PAGE && path !== STATUS && code === undefined) return null

  const fields =
    request.method === 'POST'
      ? new URLSearchParams(await request.text())
      : new URL(request.url).searchParams
  if (path === STATUS) return status(config, fields.get('redirectData') ?? '')
  const asked: Asked =
    code === undefined
      ? { key: 'redirect_data', value: fields.get('redirectData') ?? '', fields, inApp: null }
      : {
          key: 'phone_code',
          value: code,
          fields,
          inApp: fields.has('app') ? 'same_phone' : 'other_phone',
        }
  const payment = await findPayment(config.pool, asked.key, asked.value)
  if (payment === null) return unknownPage(languageOf(request))

  const chosen = choices.safeParse({
    ...Object.fromEntries(fields),
    finalAfterMs: Number(fields.get('finalAfterSeconds') ?? 20) * 1_000,
  })
  if (request.method !== 'POST' || !chosen.success) return show(config, request, asked, payment)
  // What is pressed in the app of the same phone takes the shopper back from there.
  const key = asked.inApp === 'other_phone' ? 'phone_code' : 'redirect_data'
  const value = key === 'phone_code' ? asked.value : (payment.redirectData ?? '')
  return goOn(config, request, asked, await pressButton(config, key, value, chosen.data))
}

const languageOf = (request: Request) =>
  /^\s*ko/i.test(request.headers.get('accept-language') ?? '') ? 'ko' : 'en'

async function goOn(
  config: SimulatorConfig,
  request: Request,
  asked: Asked,
  way: WalletResult,
): Promise<Response> {
  switch (way.kind) {
    case 'returns':
      if (asked.inApp === 'other_phone') return phoneDonePage(way.payment)
      return follow(config, way)
    case 'stays':
      return goodbyePage(way.payment, forbiddenAddress(config, way.payment.returnUrl))
    case 'over':
    case 'no_script':
      return show(config, request, asked, way.payment)
    case 'unknown':
      return unknownPage(languageOf(request))
  }
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

/** The one place from which a browser is sent away. */
function follow(
  config: SimulatorConfig,
  way: Extract<WalletResult, { kind: 'returns' }>,
): Response {
  const forbidden = forbiddenAddress(config, way.payment.returnUrl)
  if (forbidden !== null) return goodbyePage(way.payment, forbidden)
  if (way.shown) return addressPage(way.payment, way)
  return way.form === null ? seeOther(way.url) : postBackPage(way.payment, way)
}

async function show(
  config: SimulatorConfig,
  request: Request,
  asked: Asked,
  payment: Payment,
): Promise<Response> {
  const now = await config.now()
  const set = await readSwitches(config.pool, payment.reference)
  if (payment.status === 'open' && !isOver(payment, now)) {
    const view = viewOf(config, request, asked, payment, set, now)
    const mustAgree = payment.stores && !asked.fields.has('agreed')
    return mustAgree ? consentPage(view) : walletPage(view)
  }

  if (asked.inApp === 'other_phone') return phoneDonePage(payment)
  const way = returnToShop(payment, set)
  // It was ended on the phone: this window takes the shopper back.
  if (payment.endedOnPhone && way.kind === 'returns') return follow(config, way)
  const back = way.kind === 'returns' ? way : { url: payment.returnUrl, form: null }
  return overPage(payment, forbiddenAddress(config, payment.returnUrl) ?? back, set.expiry)
}

function viewOf(
  config: SimulatorConfig,
  request: Request,
  { inApp, value }: Asked,
  payment: Payment,
  { look }: Switches,
  now: number,
): WalletView {
  const { origin, shop, merchantAccount } = config
  const isPhone =
    look === 'auto'
      ? /Mobi|Android|iPhone/i.test(request.headers.get('user-agent') ?? '')
      : look === 'phone'
  const redirectData = encodeURIComponent(payment.redirectData ?? '')
  const path = new URL(origin).pathname.replace(/\/$/, '')
  const page = inApp === null ? (isPhone ? 'phone' : 'desktop') : 'app'
  return {
    payment,
    forbidden: forbiddenAddress(config, payment.returnUrl),
    shopName: shop?.name ?? merchantAccount,
    page,
    phoneAddress: `${origin}/checkoutshopper/phone/${payment.phoneCode ?? ''}`,
    secret: inApp === null ? ['redirectData', payment.redirectData ?? ''] : ['code', value],
    samePhone: inApp === 'same_phone',
    // Paths only: whatever name this machine was called by, the page may ask itself.
    statusPath: `${path}${STATUS}?redirectData=${redirectData}`,
    ownPath:
      inApp === null
        ? `${path}${REDIRECT_PAGE}?redirectData=${redirectData}`
        : `${path}/checkoutshopper/phone/${value}${inApp === 'same_phone' ? '?app=1' : ''}`,
    leftMs: Math.max(0, (payment.sessionEndsAt ?? now) - now),
  }
}

/** What a waiting page asks: is it over, and how much time is left? */
async function status(config: SimulatorConfig, redirectData: string): Promise<Response> {
  const payment = await findPayment(config.pool, 'redirect_data', redirectData)
  const now = await config.now()
  const over =
    payment === null || payment.endedOnPhone || (payment.status === 'open' && isOver(payment, now))
  const leftMs = Math.max(0, (payment?.sessionEndsAt ?? now) - now)
  const response = jsonResponse({ status: 200, body: { over, leftMs } })
  response.headers.set('cache-control', 'no-store')
  return response
}
