import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { formIn, type HttpBrowser, type LoadedPage, linkIn } from './http-browser'
import type { PeopleOfTheShop } from './people-of-the-shop'
import type { PressedButton, ShopperPlan } from './shopper-plan'
import type { AdyenProcess } from './start-adyen'

/** What a shopper has been shown: neither may ever be lost. */
export type SeenByShoppers = { readonly references: Set<string>; readonly orders: Set<string> }

export type ShopperSession = {
  readonly shop: string
  readonly browser: HttpBrowser
  readonly adyen: AdyenProcess
  readonly plan: ShopperPlan
  readonly seen: SeenByShoppers
  readonly people: PeopleOfTheShop
}

/** One shopper from the product to the end, by HTTP. Says in a few words how it ended. */
export async function runShopper(session: ShopperSession): Promise<string> {
  const { plan } = session
  const checkout = await fillCart(session)
  if (checkout === null) return 'found nothing to buy'
  let page = await pressPay(session, '/api/checkout', checkout)
  let order: string | null = null
  for (const [index, press] of plan.presses.entries()) {
    const wallet = page.leadsTo ?? (await waitForWallet(session, page))
    if (wallet === null)
      return `${problemOf(page)}, so ${order === null ? 'left' : 'did not pay again'}`
    const cancelsNow = index > 0 && plan.cancels === 'while paying again'
    const back = await goThroughWallet(session, wallet, press, cancelsNow ? order : null)
    if (back === null) return 'never came back'
    order = orderOf(session, back)
    if (order === null) return 'came back to nowhere'
    if (plan.cancels === 'at once') return cancel(session, order)
    const again = formIn(back, `/api/orders/${order}/pay`)
    if (again === null || index + 1 === plan.presses.length) break
    page = await pressPay(session, `/api/orders/${order}/pay`, { ...again, method: 'kakaopay' })
  }
  if (order === null) return 'left'
  return plan.cancels === 'when paid' ? cancelWhenPaid(session, order) : goOn(session, order)
}

const somebody = {
  name: '김노랑',
  email: 'norang@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '1층',
  deliveryNote: '',
  method: 'kakaopay',
  agreement: 'on',
}

/** The filled checkout form, or null when it is sold out. */
async function fillCart({ browser, plan }: ShopperSession): Promise<Record<string, string> | null> {
  const { slug, variant, quantity } = plan.goods
  const product = await browser.open(`/ko/products/${slug}`)
  if (formIn(product, '/api/cart') === null) return null
  const fields = { intent: 'add', locale: 'ko', variant, quantity: String(quantity) }
  await browser.send('/api/cart', fields)
  const isEither = (page: LoadedPage) =>
    page.url.includes('/cart') || formIn(page, CHECKOUT) !== null
  const hidden = formIn(await browser.open('/ko/checkout', isEither), CHECKOUT)
  return hidden && { ...hidden, ...somebody, email: `${plan.name.replace(' ', '-')}@example.com` }
}

const CHECKOUT = '/api/checkout'

/** Presses the button, some twice at once: whoever does goes where the second press leads. */
async function pressPay(
  { browser, plan }: ShopperSession,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<LoadedPage> {
  const first = browser.send(path, form)
  if (!plan.paysTwice) return first
  const [, second] = await Promise.all([first, browser.send(path, form)])
  return second
}

const PATIENCE_MS = 60_000 // the shop asks again half a minute after a call that got no answer

/** KakaoPay did not answer: looks at the order again and again until it offers to continue. */
async function waitForWallet(session: ShopperSession, shown: LoadedPage): Promise<string | null> {
  const order = orderOf(session, shown)
  if (order === null) return null
  for (let waited = 0; waited < PATIENCE_MS; waited += 2_000) {
    const page = await session.browser.open(`/ko/orders/${order}`)
    const link = linkIn(page, 'redirectData=')
    if (link !== null) return link
    // There is another way to pay only when this one is over.
    if (formIn(page, `/api/orders/${order}/pay`) === null && waited > 4_000) return null
    await sleep(2_000)
  }
  return null
}

const REFERENCE = /\d{8}-\w{4}-\d+-\w{6}/
const pressed = z.object({ returnUrl: z.string().nullable() })

/** Pays, or does not, in the wallet. The page back in the shop, or null for who never comes back. */
async function goThroughWallet(
  session: ShopperSession,
  address: string,
  press: PressedButton,
  cancelled: string | null,
): Promise<LoadedPage | null> {
  const { adyen, browser, plan, seen } = session
  const wallet = await browser.open(address, ({ text }) => REFERENCE.test(text))
  const reference = REFERENCE.exec(wallet.text)?.[0] ?? ''
  seen.references.add(reference)
  await adyen.control('/switches', { reference, ...plan.switches })
  if (cancelled !== null) await cancel(session, cancelled)
  await sleep(plan.waitsForWalletMs)
  const answer = await adyen
    .control('/wallet', { reference, press, finalAfterMs: 3_000 })
    .catch(() => ({ returnUrl: null }))
  const { returnUrl } = pressed.parse(answer)
  if (returnUrl === null || plan.returns === 'never') return null
  if (plan.returns === 'at the same time') void browser.open(returnUrl).catch(() => undefined)
  const back = await browser.open(returnUrl)
  return plan.returns === 'twice' ? browser.open(returnUrl) : back
}

function orderOf({ seen }: ShopperSession, { url }: LoadedPage): string | null {
  const order = /\/orders\/([A-Za-z0-9]{22})/.exec(url)?.[1] ?? null
  if (order !== null) seen.orders.add(order)
  return order
}

const problemOf = ({ url }: LoadedPage) =>
  new URL(url).searchParams.get('problem')?.replaceAll('_', ' ') ?? 'no wallet'

async function cancel({ browser }: ShopperSession, order: string): Promise<string> {
  await browser.send(`/api/orders/${order}/cancel`, { locale: 'ko' })
  return 'cancelled'
}

const status = z.object({ status: z.string() })

async function cancelWhenPaid(session: ShopperSession, order: string): Promise<string> {
  return (await isPaidSoon(session, order)) ? cancel(session, order) : 'left'
}

async function isPaidSoon({ browser }: ShopperSession, order: string): Promise<boolean> {
  for (let waited = 0; waited < 15_000; waited += 500) {
    const { text } = await browser.open(`/api/orders/${order}`)
    if (status.parse(JSON.parse(text)).status === 'paid') return true
    await sleep(500)
  }
  return false
}

/** People of the shop send what was paid, or take it back; they, somebody in the Customer Area or a bank move its money. */
async function goOn(session: ShopperSession, order: string): Promise<string> {
  const { adyen, people, plan } = session
  if (plan.afterwards === 'nothing' || !(await isPaidSoon(session, order))) return 'left'
  const payment = await people.paymentOf(order)
  const there = (path: string, body: object) => adyen.control(path, { payment, ...body })
  const delayMs = plan.waitsForWalletMs
  switch (plan.afterwards) {
    case 'two people refund':
      await Promise.all(['one', 'two', 'one'].map((name) => people.refund(order, name)))
      break
    case 'sent in parts':
    case 'sent back':
    case 'exchanged':
      await people.send(order)
      if (plan.afterwards === 'sent back') await people.takeBack(order, 'money')
      if (plan.afterwards === 'exchanged') await people.takeBack(order, 'same_goods')
      break
    case 'refund there':
      await there('/customer-area', { value: 'half', delayMs })
      break
    case 'cancelled there':
      await there('/customer-area', { eventCode: 'CANCELLATION', outcome: 'ok', delayMs })
      break
    case 'never came':
      await there('/customer-area', { eventCode: 'CAPTURE_FAILED', delayMs })
      break
    case 'disputed':
      await there('/disputes', { eventCode: 'CHARGEBACK', value: 'half', delayMs })
      break
    case 'disputed and won': {
      const steps = [
        { eventCode: 'NOTIFICATION_OF_CHARGEBACK' },
        { eventCode: 'CHARGEBACK', delayMs },
        { eventCode: 'CHARGEBACK_REVERSED', delayMs: 2 * delayMs },
      ]
      await there('/disputes', { steps })
    }
  }
  return plan.afterwards
}
