import { z } from 'zod'
import { type Answer, malformed } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'
import { storedMethod } from '@/lib/simulator/stored-tokens'
import { readSwitches } from '@/lib/simulator/switches'
import { listTokens } from '@/lib/simulator/tokens'

const methods = [
  { name: 'KakaoPay', type: 'kakaopay' },
  { name: 'Naver Pay', type: 'kcp_naverpay' },
  { name: 'PAYCO', type: 'kcp_payco' },
  { name: 'Korean Credit Card', type: 'kcp_creditcard' },
]

// A merchant account always has something that this shop does not know.
const cards = { name: 'Cards', type: 'scheme', brands: ['visa', 'mc'] }

const request = z.object({
  countryCode: z.string().optional(),
  amount: z.object({ currency: z.string(), value: z.number().int() }).optional(),
  allowedPaymentMethods: z.array(z.string()).optional(),
  blockedPaymentMethods: z.array(z.string()).optional(),
  shopperReference: z.string().optional(),
})

export async function listPaymentMethods(
  db: Database,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const { allowedPaymentMethods: allowed, blockedPaymentMethods: blocked } = parsed.data
  const { kakaopay } = await readSwitches(db, null)
  const paymentMethods = offeredIn(parsed.data.countryCode, parsed.data.amount?.currency).filter(
    ({ type }) =>
      (allowed?.includes(type) ?? true) &&
      !blocked?.includes(type) &&
      (type !== 'kakaopay' || kakaopay === 'enabled'),
  )
  const { shopperReference } = parsed.data
  const tokens = shopperReference ? await listTokens(db, shopperReference, now) : []
  const stored = tokens.length > 0 ? { storedPaymentMethods: tokens.map(storedMethod) } : {}
  return { status: 200, body: { paymentMethods, ...stored } }
}

/** The Korean methods exist for Korea and won only. What is not said does not filter. */
function offeredIn(country: string | undefined, currency: string | undefined) {
  return (country ?? 'KR') === 'KR' && (currency ?? 'KRW') === 'KRW' ? [...methods, cards] : [cards]
}

export const nameOfMethod = (type: string) =>
  methods.find((method) => method.type === type)?.name ?? type

export const isRedirectMethod = (
  type: string,
  country: string | undefined,
  currency: string,
): boolean =>
  type !== cards.type && offeredIn(country, currency).some((method) => method.type === type)
