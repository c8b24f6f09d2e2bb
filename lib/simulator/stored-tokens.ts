import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'
import { readSwitches } from '@/lib/simulator/switches'

// No tokens are kept here yet: lists are empty, and every token that somebody names is unknown.

const request = z.object({
  merchantAccount: z.string(),
  shopperReference: z.string().min(3).max(256).optional(),
})

const wrongField = (error: z.ZodError) => malformed(String(error.issues[0]?.path.join('.')))

/** GET /storedPaymentMethods */
export async function listStoredMethods(asked: unknown): Promise<Answer> {
  const parsed = request.safeParse(asked)
  if (!parsed.success) return wrongField(parsed.error)
  return { status: 200, body: { ...parsed.data, storedPaymentMethods: [] } }
}

/** POST /pal/servlet/Recurring/v68/listRecurringDetails: an empty object when there are none. */
export async function listRecurringDetails(asked: unknown): Promise<Answer> {
  const parsed = request.required().safeParse(asked)
  return parsed.success ? { status: 200, body: {} } : wrongField(parsed.error)
}

/** DELETE /storedPaymentMethods/{id} and POST /pal/servlet/Recurring/v68/disable */
export async function forgetToken(db: Database, asked: unknown): Promise<Answer> {
  const parsed = request.required().safeParse(asked)
  return parsed.success ? unknownToken(db, null) : wrongField(parsed.error)
}

export async function unknownToken(db: Database, reference: string | null): Promise<Answer> {
  const set = await readSwitches(db, reference)
  return set.unknownToken === '800'
    ? invalid('800', 'Contract not found')
    : invalid('803', 'PaymentDetail not found')
}
