import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'

// Whether a bigint arrives as text or as a number is up to whoever made the pool.
const number = z.coerce.number()

const row = z
  .object({
    id: z.coerce.string(),
    psp_reference: z.string(),
    reference: z.string(),
    currency: z.string(),
    value: number,
    method: z.string(),
    return_url: z.string(),
    return_method: z.enum(['GET', 'POST']),
    locale: z.enum(['ko', 'en']),
    additional_data: z.record(z.string(), z.string()),
    redirect_data: z.string().nullable(),
    expires_at: number.nullable(),
    status: z.enum(['open', 'ended', 'expired']),
    result_code: z.string().nullable(),
    refusal_code: z.string().nullable(),
    redirect_result: z.string().nullable(),
    details_asked_at: number.nullable(),
    authorised_at: number.nullable(),
    created_at: number,
    shopper_reference: z.string().nullable(),
    order_reference: z.string().nullable(),
    session_ends_at: number.nullable(),
    phone_code: z.string().nullable(),
    ended_on_phone: z.boolean(),
    ended_at: number.nullable(),
    script: z.string().nullable(),
    script_part: z.number(),
    script_auto: z.boolean(),
    stores: z.boolean(),
    token: z.string().nullable(),
  })
  .transform((r) => ({
    id: r.id,
    pspReference: r.psp_reference,
    reference: r.reference,
    amount: { currency: r.currency, value: r.value },
    method: r.method,
    returnUrl: r.return_url,
    returnMethod: r.return_method,
    locale: r.locale,
    additionalData: r.additional_data,
    redirectData: r.redirect_data,
    expiresAt: r.expires_at,
    status: r.status,
    resultCode: r.result_code,
    refusalCode: r.refusal_code,
    redirectResult: r.redirect_result,
    detailsAskedAt: r.details_asked_at,
    authorisedAt: r.authorised_at,
    createdAt: r.created_at,
    shopperReference: r.shopper_reference,
    orderReference: r.order_reference,
    sessionEndsAt: r.session_ends_at,
    phoneCode: r.phone_code,
    endedOnPhone: r.ended_on_phone,
    endedAt: r.ended_at,
    script: r.script,
    scriptPart: r.script_part,
    scriptAuto: r.script_auto,
    stores: r.stores,
    token: r.token,
  }))

export type Payment = z.infer<typeof row>

const matching = {
  psp_reference: 'psp_reference = $1',
  reference: 'reference = $1',
  redirect_data: 'redirect_data = $1',
  phone_code: 'phone_code = $1',
  redirect_result: 'md5(redirect_result) = md5($1) and redirect_result = $1',
} as const

/** The newest payment with this value. Locks it when inside a transaction that asks for it. */
export async function findPayment(
  db: Database,
  key: keyof typeof matching,
  value: string,
  lock: 'for update' | '' = '',
): Promise<Payment | null> {
  // Postgres has no such character in its texts, and would complain.
  if (value.includes('\0')) return null
  const { rows } = await db.query(
    `select * from simulator.payments where ${matching[key]} order by id desc limit 1 ${lock}`,
    [value],
  )
  return rows[0] === undefined ? null : row.parse(rows[0])
}

/** A payment that is running takes on new times, counted from its start. */
export async function retimeOpen(
  db: Database,
  reference: string,
  set: { sessionMs?: number | undefined; offerClosedAfterMs?: number | null | undefined },
): Promise<void> {
  const { sessionMs, offerClosedAfterMs } = set
  const open = `where (reference = $1 or order_reference = $1) and status = 'open'`
  if (sessionMs !== undefined)
    await db.query(
      `update simulator.payments set session_ends_at = created_at + $2::bigint ${open}`,
      [reference, sessionMs],
    )
  if (offerClosedAfterMs !== undefined)
    await db.query(`update simulator.payments set expires_at = created_at + $2::bigint ${open}`, [
      reference,
      offerClosedAfterMs,
    ])
}

export async function expiredPayments(db: Database, now: number): Promise<Payment[]> {
  const { rows } = await db.query(
    `select * from simulator.payments where status = 'open' and expires_at <= $1
     order by expires_at limit 100 for update skip locked`,
    [now],
  )
  return rows.map((found) => row.parse(found))
}

export async function listPayments(db: Database, reference: string | null): Promise<Payment[]> {
  const { rows } = await db.query(
    `select * from simulator.payments
     where $1::text is null or reference = $1 or order_reference = $1
     order by id desc limit 200`,
    [reference],
  )
  return rows.map((found) => row.parse(found))
}

export type NewPayment = Omit<Payment, 'id' | 'detailsAskedAt' | 'endedOnPhone'>

export async function insertPayment(db: Database, payment: NewPayment): Promise<void> {
  await db.query(
    `insert into simulator.payments (psp_reference, reference, currency, value, method, return_url,
       return_method, locale, additional_data, redirect_data, expires_at, status, result_code,
       refusal_code, redirect_result, authorised_at, created_at, shopper_reference,
       order_reference, session_ends_at, phone_code, ended_at, script, script_part, script_auto,
       stores, token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22, $23, $24, $25, $26, $27)`,
    [
      payment.pspReference,
      payment.reference,
      payment.amount.currency,
      payment.amount.value,
      payment.method,
      payment.returnUrl,
      payment.returnMethod,
      payment.locale,
      JSON.stringify(payment.additionalData),
      payment.redirectData,
      payment.expiresAt,
      payment.status,
      payment.resultCode,
      payment.refusalCode,
      payment.redirectResult,
      payment.authorisedAt,
      payment.createdAt,
      payment.shopperReference,
      payment.orderReference,
      payment.sessionEndsAt,
      payment.phoneCode,
      payment.endedAt,
      payment.script,
      payment.scriptPart,
      payment.scriptAuto,
      payment.stores,
      payment.token,
    ],
  )
}
