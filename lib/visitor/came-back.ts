import { type Instant, type OrderId, orderId } from '../core/ids'
import { deps } from '../deps'
import { cookie, cookieOf, forgetCookie, setCookie } from './cookie'
import { readSigned, signed } from './signed'

const COOKIE = 'norang.back'
/** Longer than a parcel is under way and can be sent back. */
const A_MONTH_IN_SECONDS = 30 * 24 * 60 * 60
/** A family at one computer. */
const MOST_ORDERS = 5

const key = () => deps().keys.for('returns')

type Return = { readonly order: OrderId; readonly until: number }

/** The orders that this browser came back for from the wallet, for whoever renders a page. */
export const cameBackFor = async (): Promise<OrderId[]> => ordersIn(await cookie(COOKIE))

/** The same at a door, from the request itself. */
export const cameBackForOf = async (request: Request): Promise<OrderId[]> =>
  ordersIn(cookieOf(request, COOKIE))

/**
 * The `Set-Cookie` of a browser that has just come back for one more. One that comes from another site by POST brings
 * no cookie, and loses by that what it came back for before.
 */
export async function cameBackCookie(request: Request, order: OrderId): Promise<string> {
  const now = await deps().clock.now()
  const newest = { order, until: now + A_MONTH_IN_SECONDS * 1000 }
  const before = await returnsIn(cookieOf(request, COOKIE), now)
  const kept = [newest, ...before.filter((each) => each.order !== order)].slice(0, MOST_ORDERS)
  const value = kept.map((each) => `${each.order}:${each.until}`).join(' ')
  return setCookie(COOKIE, signed(value, await key()), A_MONTH_IN_SECONDS)
}

/** The `Set-Cookie` that makes it forget them. */
export const noCameBackCookie = (): string => forgetCookie(COOKIE)

const ordersIn = async (text: string | null) =>
  text === null ? [] : (await returnsIn(text, await deps().clock.now())).map(({ order }) => order)

async function returnsIn(text: string | null, now: Instant): Promise<Return[]> {
  const kept = readSigned(text, await key()) ?? ''
  const returns = kept.split(' ').map((each) => {
    const [order = '', until] = each.split(':')
    return { order: orderId(order), until: Number(until) }
  })
  return returns.filter(({ until }) => until > now)
}
