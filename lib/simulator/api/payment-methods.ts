import { z } from 'zod'
import { type Answer, malformed } from '@/lib/simulator/answer'
import { offeredIn } from '@/lib/simulator/api/offered-methods'
import { storedMethod } from '@/lib/simulator/api/stored-tokens'
import type { Database } from '@/lib/simulator/config'
import { listTokens } from '@/lib/simulator/payment/tokens'
import { readSwitches } from '@/lib/simulator/switches'

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
  const { kakaopay, otherMethods } = await readSwitches(db, null)
  const paymentMethods = offeredIn(parsed.data.countryCode, parsed.data.amount?.currency).filter(
    ({ type }) =>
      (allowed?.includes(type) ?? true) &&
      !blocked?.includes(type) &&
      (type !== 'kakaopay' || kakaopay === 'enabled') &&
      (type === 'kakaopay' || type === 'scheme' || otherMethods === 'offered'),
  )
  const { shopperReference } = parsed.data
  const tokens = shopperReference ? await listTokens(db, shopperReference, now) : []
  const stored = tokens.length > 0 ? { storedPaymentMethods: tokens.map(storedMethod) } : {}
  return { status: 200, body: { paymentMethods, ...stored } }
}
