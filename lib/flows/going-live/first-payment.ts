import { z } from 'zod'
import { isOut } from '@/lib/core/goods/goods'
import { type OrderId, wishId } from '@/lib/core/ids'
import { parseJson } from '@/lib/core/json'
import { krw } from '@/lib/core/money'
import { type Order, statusOf } from '@/lib/core/order'
import { findFirstOrder, type Traces, tracesOf } from '@/lib/db/goods/first-order'
import {
  FIRST_PRODUCTS,
  fillFirstProduct,
  findFirstProduct,
  putUpFirstProduct,
} from '@/lib/db/goods/first-product'
import { findOrder } from '@/lib/db/orders'
import { findSetting, setSetting } from '@/lib/db/settings'
import {
  type FirstStep,
  type SightingId,
  firstPaymentWords as words,
} from '@/lib/i18n/going-live/first-payment-words'
import type { Deps } from '../deps'
import { refundOrder } from '../order/refund-order'

/** The smallest amount that all who write about KakaoPay say it takes. */
const FIRST_PRICE = 1_000

/**
 * Puts the first product up, and answers with the end of its address, which is one of its own for each try; null: the shop
 * has no goods yet.
 */
export async function putUp(deps: Deps): Promise<string | null> {
  const id = `${FIRST_PRODUCTS}-${deps.newId().toLowerCase()}`
  const names = { ko: words.ko.product, en: words.en.product }
  const descriptions = { ko: words.ko.description, en: words.en.description }
  const product = { id, price: FIRST_PRICE, names, descriptions }
  const done = await putUpFirstProduct(deps.db, product, await deps.clock.now())
  return done === 'put_up' ? id : null
}

/** The same address once more; null: nothing was put up yet. */
export async function putUpAgain({ db }: Deps): Promise<string | null> {
  const found = await findFirstProduct(db)
  if (found) await fillFirstProduct(db, found)
  return found?.id ?? null
}

export type FirstPayment = {
  readonly id: OrderId
  readonly number: string
  readonly placedAt: Date
  /** Those that are done, in their order. */
  readonly steps: readonly FirstStep[]
  /** Why it ended without money; null: it did not. */
  readonly ended: string | null
  readonly seen: Readonly<Record<SightingId, string | null>>
}

/** How far the newest order of the first product has come; null: nobody has ordered it. */
export async function seeFirstPayment(deps: Deps): Promise<FirstPayment | null> {
  const product = await findFirstProduct(deps.db)
  const found = product && (await findFirstOrder(deps.db, product))
  const order = found && (await findOrder(deps.db, found.id))
  if (!found || !order) return null
  const traces = await tracesOf(deps.db, found.id)
  const { status, why } = statusOf(order)
  return {
    id: found.id,
    number: found.number,
    placedAt: found.createdAt,
    steps: stepsOf(order, traces),
    ended: status === 'cancelled' ? why : null,
    seen: seenOf(traces),
  }
}

function stepsOf(order: Order, { attempts, told, letter, refunds }: Traces): FirstStep[] {
  const { status } = statusOf(order)
  const isDone: Record<FirstStep, boolean> = {
    asked: attempts.some(({ answeredAt }) => answeredAt !== null),
    came_back: attempts.some(({ returnedAt }) => returnedAt !== null),
    webhook: told.some(({ eventCode }) => eventCode === 'AUTHORISATION'),
    paid: status === 'paid' || status === 'refunded',
    mail: letter !== null && letter.sentAt !== null,
    refund_asked: refunds.length > 0,
    refund_received: refunds.some(({ pspReference }) => pspReference !== null),
    refund_done: status === 'refunded',
  }
  return inOrder.filter((step) => isDone[step])
}

const inOrder = [
  'asked',
  'came_back',
  'webhook',
  'paid',
  'mail',
  'refund_asked',
  'refund_received',
  'refund_done',
] as const satisfies readonly FirstStep[]

const item = z.object({
  paymentMethod: z.string().optional(),
  additionalData: z.record(z.string(), z.unknown()).default({}),
})

/** What nobody knows beforehand, as far as it can be read from what came. */
function seenOf({ attempts, told, refunds }: Traces): FirstPayment['seen'] {
  const authorisation = told.find(({ eventCode }) => eventCode === 'AUTHORISATION')
  const read = item.safeParse(parseJson(authorisation?.item ?? '')).data
  const returned = attempts.find(({ returnedAt }) => returnedAt !== null)
  const refused = attempts.find(({ refusalReason }) => refusalReason !== null)
  const refund = told.find(({ eventCode }) => eventCode === 'REFUND')
  const disputes = told.filter(({ eventCode }) =>
    /CHARGEBACK|ARBITRATION|REQUEST_FOR/.test(eventCode),
  )
  const names = Object.keys(read?.additionalData ?? {}).filter((name) => name !== 'hmacSignature')
  return {
    smallest: attempts.some(({ answeredAt }) => answeredAt !== null)
      ? (attempts.find(({ refusalCode }) => refusalCode !== null)?.refusalCode ?? 'yes')
      : null,
    return_code: returned?.resultCode ?? null,
    refusal: refused
      ? [refused.refusalReason, refused.refusalCode].filter(Boolean).join(' ')
      : null,
    events: told.map(({ eventCode }) => eventCode).join(', ') || null,
    webhook_after: between(returned?.returnedAt, authorisation?.receivedAt),
    method: read?.paymentMethod ?? null,
    additional_data: read ? names.join(', ') || '-' : null,
    refund_after: between(refunds[0]?.createdAt, refund?.receivedAt),
    dispute: disputes.map(({ eventCode }) => eventCode).join(', ') || null,
  }
}

const between = (from: Date | null | undefined, to: Date | null | undefined): string | null =>
  from && to ? `${((to.getTime() - from.getTime()) / 1000).toFixed(1)} s` : null

/** Gives it back, once however often it is asked; never more than it costs, nor for what was sent: null. */
export async function giveFirstBack(deps: Deps, { id }: Pick<FirstPayment, 'id'>, reason: string) {
  const order = await findOrder(deps.db, id)
  if (!order || order.goods.parcels.some(isOut)) return null
  const amount = krw(Math.min(order.amount.minor, FIRST_PRICE))
  const wish = { wish: wishId(id), amount, reason }
  return refundOrder(deps, { kind: 'merchant' }, id, wish)
}

const KEPT = 'seen_of_kakaopay'

/** Writes down what was seen, for whoever asks later. */
export const keepSeen = (deps: Deps, { number, steps, seen }: FirstPayment): Promise<void> =>
  setSetting(deps.db, KEPT, JSON.stringify({ order: number, steps, seen }))

const kept = z.object({
  order: z.string(),
  steps: z.array(z.string()),
  seen: z.record(z.string(), z.string().nullable()),
})

/** What was written down of the last one; null: nothing yet. */
export async function findSeen({ db }: Pick<Deps, 'db'>) {
  return kept.safeParse(parseJson((await findSetting(db, KEPT)) ?? '')).data ?? null
}
