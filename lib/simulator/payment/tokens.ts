import { z } from 'zod'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import type { Ending } from '@/lib/simulator/payment/endings'
import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import type { Switches } from '@/lib/simulator/switches'
import type { EventWithoutReason, PlannedWebhook } from '@/lib/simulator/webhooks/planned-webhooks'
import { FIRST_WEBHOOK_MS, queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

const row = z
  .object({
    token: z.string(),
    shopper_reference: z.string(),
    method: z.string(),
    reference: z.string(),
    first_psp: z.string(),
    created_at: z.coerce.number(),
    disabled_at: z.coerce.number().nullable(),
  })
  .transform((r) => ({
    token: r.token,
    shopperReference: r.shopper_reference,
    method: r.method,
    reference: r.reference,
    firstPsp: r.first_psp,
    createdAt: r.created_at,
    disabledAt: r.disabled_at,
  }))

export type Token = z.infer<typeof row>

async function read(db: Database, where: string, values: unknown[]): Promise<Token[]> {
  const { rows } = await db.query(
    `select * from simulator.tokens where ${where} order by created_at desc, token limit 200`,
    values,
  )
  return rows.map((found) => row.parse(found))
}

export async function findToken(db: Database, shopperReference: string, token: string) {
  const where = 'shopper_reference = $1 and token = $2'
  return (await read(db, where, [shopperReference, token]))[0] ?? null
}

/** Those of a shopper that can be charged. */
export async function listTokens(db: Database, shopperReference: string, now: number) {
  const all = await read(db, 'shopper_reference = $1', [shopperReference])
  return all.filter(({ disabledAt }) => disabledAt === null || disabledAt > now)
}

/** For the ledger: all, or those of one shopper or of the payment with one merchant reference. */
export const allTokens = (db: Database, reference: string | null) =>
  read(db, '$1::text is null or reference = $1 or shopper_reference = $1', [reference])

const isAboutTokens = ({ event }: PlannedWebhook) => event.startsWith('token_')

type Saved = {
  readonly webhooks: readonly PlannedWebhook[]
  readonly token?: string
  /** What the AUTHORISATION says of the token, where the merchant account has that enabled. */
  readonly tokenData?: Readonly<Record<string, string>>
}

/** What is told of a payment that came with the wish to save the wallet, and the token it is about. */
export async function withToken(
  db: Database,
  payment: Payment,
  ending: Ending,
  set: Switches,
  now: number,
): Promise<Saved> {
  const { stores, shopperReference, method } = payment
  const { webhooks, authorisedAfterMs } = ending
  if (!stores || shopperReference === null || authorisedAfterMs === null) return { webhooks }
  const known = (await listTokens(db, shopperReference, now)).find((each) => each.method === method)
  const isAgain = known !== undefined && set.tokenAgain === 'same'
  const token = isAgain ? known.token : newPspReference(set.pspReferences)
  const gone = webhooks.find(({ event }) => event === 'token_disabled')
  if (!isAgain)
    await insertToken(db, payment, {
      token,
      shopperReference,
      createdAt: now,
      disabledAt: gone === undefined ? null : now + gone.afterMs,
    })
  const operation = isAgain ? 'alreadyExisting' : 'created'
  const tokenData =
    set.additionalData === 'everywhere' ? dataOf(token, shopperReference, operation) : {}
  await db.query(
    `update simulator.payments set token = $2, additional_data = additional_data || $3 where id = $1`,
    [payment.id, token, JSON.stringify(tokenData)],
  )
  // A script tells of tokens in its own way.
  const planned = webhooks.some(isAboutTokens)
    ? webhooks
    : inOrder(ending, tokenEvents(set, operation), set)
  return { webhooks: planned, token, tokenData }
}

type NewToken = Pick<Token, 'token' | 'shopperReference' | 'createdAt' | 'disabledAt'>

async function insertToken(
  db: Database,
  { method, reference, pspReference }: Payment,
  { token, shopperReference, createdAt, disabledAt }: NewToken,
): Promise<void> {
  await db.query(
    `insert into simulator.tokens
       (token, shopper_reference, method, reference, first_psp, created_at, disabled_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [token, shopperReference, method, reference, pspReference, createdAt, disabledAt],
  )
}

type Operation = 'created' | 'alreadyExisting'

/** The older names and the newer ones, which come side by side. */
const dataOf = (token: string, shopperReference: string, operation: Operation) => ({
  shopperReference,
  'recurring.recurringDetailReference': token,
  'recurring.shopperReference': shopperReference,
  'tokenization.storedPaymentMethodId': token,
  'tokenization.shopperReference': shopperReference,
  'tokenization.store.operationType': operation,
})

function tokenEvents({ token }: Switches, operation: Operation): EventWithoutReason[] {
  return [
    ...(token === 'both' || token === 'recurring_contract' ? ['token_created' as const] : []),
    ...(token === 'both' || token === 'token_webhook' ? [`token_life_${operation}` as const] : []),
  ]
}

function inOrder(
  { webhooks, authorisedAfterMs }: Ending,
  events: readonly EventWithoutReason[],
  { tokenOrder, tokenDelayMs }: Switches,
): PlannedWebhook[] {
  const money = Math.max(authorisedAfterMs ?? 0, FIRST_WEBHOOK_MS)
  const afterMs = tokenOrder === 'before' ? 0 : money + tokenDelayMs
  const tokenWebhooks = events.map((event) => ({ event, afterMs }))
  return tokenOrder === 'before' ? [...tokenWebhooks, ...webhooks] : [...webhooks, ...tokenWebhooks]
}

/** By the merchant, or by the shopper inside KakaoPay: nothing can be charged any more, and that is told. */
export async function disableTokens(
  db: Database,
  config: SimulatorConfig,
  tokens: readonly Token[],
  now: number,
): Promise<void> {
  for (const { token, shopperReference, method, reference } of tokens) {
    await db.query('update simulator.tokens set disabled_at = $2 where token = $1', [token, now])
    const webhook = {
      type: 'recurring.token.disabled',
      shopperReference,
      storedPaymentMethodId: token,
      method,
    }
    const about = { reference, additionalData: {} }
    await queueWebhooks(db, config, about, [{ afterMs: FIRST_WEBHOOK_MS, token: webhook }], now)
  }
}

export const unlinkRequest = z
  .object({ shopperReference: z.string().optional(), token: z.string().optional() })
  .refine(({ shopperReference, token }) => (shopperReference ?? token) !== undefined, {
    error: 'Say whose: a shopperReference or a token.',
  })

/** The shopper unlinks the shop inside KakaoPay. How many tokens that ended. */
export async function unlink(
  config: SimulatorConfig,
  { shopperReference, token }: z.infer<typeof unlinkRequest>,
): Promise<number> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const meant = await read(tx, '(token = $1 or shopper_reference = $2) and disabled_at is null', [
      token ?? null,
      shopperReference ?? null,
    ])
    await disableTokens(tx, config, meant, now)
    return meant.length
  })
}
