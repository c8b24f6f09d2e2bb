import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { AdyenProcess } from './adyen'
import { formIn, type HttpBrowser, type LoadedPage, linkIn } from './browser'
import type { PlannedPress, ShopperPlan } from './shopper-plan'

/** What a shopper has been shown: neither may ever be lost. */
export type ShopperSaw = { readonly references: Set<string>; readonly orders: Set<string> }

export type ShopperWalk = {
  readonly shop: string
  readonly browser: HttpBrowser
  readonly adyen: AdyenProcess
  readonly wish: ShopperPlan
  readonly seen: ShopperSaw
}

/** One shopper from the product to the end, by HTTP. Says in a few words how it ended. */
export async function shopFor(walk: ShopperWalk): Promise<string> {
  const { wish } = walk
  const checkout = await fillCart(walk)
  if (checkout === null) return 'found nothing to buy'
  let page = await pressPay(walk, '/api/checkout', checkout)
  let order: string | null = null
  for (const [index, press] of wish.presses.entries()) {
    const wallet = page.leadsTo ?? (await waitForWallet(walk, page))
    if (wallet === null)
      return `${problemOf(page)}, so ${order === null ? 'left' : 'did not pay again'}`
    const cancelsNow = index > 0 && wish.cancels === 'while paying again'
    const back = await goThroughWallet(walk, wallet, press, cancelsNow ? order : null)
    if (back === null) return 'never came back'
    order = orderOf(walk, back)
    if (order === null) return 'came back to nowhere'
    if (wish.cancels === 'at once') return cancel(walk, order)
    const again = formIn(back, `/api/orders/${order}/pay`)
    if (again === null || index + 1 === wish.presses.length) break
    page = await pressPay(walk, `/api/orders/${order}/pay`, { ...again, method: 'kakaopay' })
  }
  return order !== null && wish.cancels === 'when paid' ? cancelWhenPaid(walk, order) : 'left'
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
async function fillCart({ browser, wish }: ShopperWalk): Promise<Record<string, string> | null> {
  const { slug, variant, quantity } = wish.goods
  const product = await browser.open(`/ko/products/${slug}`)
  if (formIn(product, '/api/cart') === null) return null
  const fields = { intent: 'add', locale: 'ko', variant, quantity: String(quantity) }
  await browser.send('/api/cart', fields)
  const isEither = (page: LoadedPage) =>
    page.url.includes('/cart') || formIn(page, CHECKOUT) !== null
  const hidden = formIn(await browser.open('/ko/checkout', isEither), CHECKOUT)
  return hidden && { ...hidden, ...somebody, email: `${wish.name.replace(' ', '-')}@example.com` }
}

const CHECKOUT = '/api/checkout'

/** Presses the button, some twice at once: whoever does goes where the second press leads. */
async function pressPay(
  { browser, wish }: ShopperWalk,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<LoadedPage> {
  const first = browser.send(path, form)
  if (!wish.paysTwice) return first
  const [, second] = await Promise.all([first, browser.send(path, form)])
  return second
}

const PATIENCE_MS = 60_000 // the shop asks again half a minute after a call that got no answer

/** KakaoPay did not answer: looks at the order again and again until it offers to continue. */
async function waitForWallet(walk: ShopperWalk, shown: LoadedPage): Promise<string | null> {
  const order = orderOf(walk, shown)
  if (order === null) return null
  for (let waited = 0; waited < PATIENCE_MS; waited += 2_000) {
    const page = await walk.browser.open(`/ko/orders/${order}`)
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
  walk: ShopperWalk,
  address: string,
  press: PlannedPress,
  cancelled: string | null,
): Promise<LoadedPage | null> {
  const { adyen, browser, wish, seen } = walk
  const wallet = await browser.open(address, ({ text }) => REFERENCE.test(text))
  const reference = REFERENCE.exec(wallet.text)?.[0] ?? ''
  seen.references.add(reference)
  await adyen.tell('/switches', { reference, ...wish.news })
  if (cancelled !== null) await cancel(walk, cancelled)
  await sleep(wish.waitsForWalletMs)
  const answer = await adyen
    .tell('/wallet', { reference, press, finalAfterMs: 3_000 })
    .catch(() => ({ returnUrl: null }))
  const { returnUrl } = pressed.parse(answer)
  if (returnUrl === null || wish.returns === 'never') return null
  if (wish.returns === 'at the same time') void browser.open(returnUrl).catch(() => undefined)
  const back = await browser.open(returnUrl)
  return wish.returns === 'twice' ? browser.open(returnUrl) : back
}

function orderOf({ seen }: ShopperWalk, { url }: LoadedPage): string | null {
  const order = /\/orders\/([A-Za-z0-9]{22})/.exec(url)?.[1] ?? null
  if (order !== null) seen.orders.add(order)
  return order
}

const problemOf = ({ url }: LoadedPage) =>
  new URL(url).searchParams.get('problem')?.replaceAll('_', ' ') ?? 'no wallet'

async function cancel({ browser }: ShopperWalk, order: string): Promise<string> {
  await browser.send(`/api/orders/${order}/cancel`, { locale: 'ko' })
  return 'cancelled'
}

const status = z.object({ status: z.string() })

async function cancelWhenPaid(walk: ShopperWalk, order: string): Promise<string> {
  for (let waited = 0; waited < 15_000; waited += 500) {
    const { text } = await walk.browser.open(`/api/orders/${order}`)
    if (status.parse(JSON.parse(text)).status === 'paid') return cancel(walk, order)
    await sleep(500)
  }
  return 'left'
}
