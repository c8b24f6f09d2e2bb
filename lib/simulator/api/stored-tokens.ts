import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import { nameOfMethod } from '@/lib/simulator/api/offered-methods'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { disableTokens, findToken, listTokens, type Token } from '@/lib/simulator/payment/tokens'
import { readSwitches } from '@/lib/simulator/switches'

const request = z.object({
  merchantAccount: z.string(),
  shopperReference: z.string().min(3).max(256).optional(),
})

const wrongField = (error: z.ZodError) => malformed(String(error.issues[0]?.path.join('.')))

/** One token as Checkout's list shows it. */
const resource = ({ token, method }: Token) => ({
  id: token,
  type: method,
  name: nameOfMethod(method),
  supportedRecurringProcessingModels: ['CardOnFile', 'Subscription', 'UnscheduledCardOnFile'],
})

/** The same among the methods that can be paid with. */
export const storedMethod = (token: Token) => ({
  ...resource(token),
  supportedShopperInteractions: ['Ecommerce', 'ContAuth'],
})

/** GET /storedPaymentMethods */
export async function listStoredMethods(
  db: Database,
  asked: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(asked)
  if (!parsed.success) return wrongField(parsed.error)
  const { shopperReference } = parsed.data
  const tokens = shopperReference ? await listTokens(db, shopperReference, now) : []
  const storedPaymentMethods = tokens.map((token) => ({
    ...resource(token),
    shopperReference: token.shopperReference,
  }))
  return { status: 200, body: { ...parsed.data, storedPaymentMethods } }
}

/** POST /pal/servlet/Recurring/v68/listRecurringDetails: an empty object when there are none. */
export async function listRecurringDetails(
  db: Database,
  asked: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.required().safeParse(asked)
  if (!parsed.success) return wrongField(parsed.error)
  const { shopperReference } = parsed.data
  const tokens = await listTokens(db, shopperReference, now)
  const [oldest] = tokens.slice(-1)
  if (oldest === undefined) return { status: 200, body: {} }
  const details = tokens.map(({ token, method, firstPsp, createdAt }) => ({
    RecurringDetail: {
      recurringDetailReference: token,
      variant: method,
      paymentMethodVariant: method,
      contractTypes: ['RECURRING'],
      firstPspReference: firstPsp,
      creationDate: new Date(createdAt).toISOString(),
    },
  }))
  const creationDate = new Date(oldest.createdAt).toISOString()
  return { status: 200, body: { creationDate, shopperReference, details } }
}

/** DELETE /storedPaymentMethods/{id} */
export async function deleteStoredMethod(
  db: Database,
  config: SimulatorConfig,
  { id, asked, now }: { id: string; asked: unknown; now: number },
): Promise<Answer> {
  const parsed = request.required().safeParse(asked)
  if (!parsed.success) return wrongField(parsed.error)
  const token = await findToken(db, parsed.data.shopperReference, id)
  if (token === null || token.disabledAt !== null) return unknownToken(db, null)
  await disableTokens(db, config, [token], now)
  return { status: 204, body: null }
}

const disableRequest = request
  .required()
  .extend({ recurringDetailReference: z.string().optional(), contract: z.string().optional() })

/** POST /pal/servlet/Recurring/v68/disable: without a token it disables all that the shopper has. */
export async function disable(
  db: Database,
  config: SimulatorConfig,
  asked: unknown,
  now: number,
): Promise<Answer> {
  const parsed = disableRequest.safeParse(asked)
  if (!parsed.success) return wrongField(parsed.error)
  const { shopperReference, recurringDetailReference: one } = parsed.data
  const all = await listTokens(db, shopperReference, now)
  const meant = one === undefined ? all : all.filter(({ token }) => token === one)
  if (meant.length === 0) return unknownToken(db, null)
  await disableTokens(db, config, meant, now)
  const what = one === undefined ? 'all-details' : 'detail'
  return { status: 200, body: { response: `[${what}-successfully-disabled]` } }
}

export async function unknownToken(db: Database, reference: string | null): Promise<Answer> {
  const set = await readSwitches(db, reference)
  return set.unknownToken === '800'
    ? invalid('800', 'Contract not found')
    : invalid('803', 'PaymentDetail not found')
}
