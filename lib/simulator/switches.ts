import { z } from 'zod'
import { accountSwitches, defaultAccountSwitches } from '@/lib/simulator/account/account-switches'
import type { Database } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'

// A form sends text, a program sends what it means.
const yes = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
const count = z.coerce.number().int().min(0)
const orNever = (what: z.ZodType<number>) =>
  z.preprocess((given) => (given === 'never' ? null : given), what.nullable())

/** How the world behaves, for one merchant reference or for all. What each is for: switch-notes.ts. */
export const switches = z.object({
  delayMs: waitMs,
  duplicates: z.coerce.number().int().min(0).max(20),
  reorder: yes,
  dropUntilRetry: count.max(1_000),
  hold: yes,
  signature: z.enum(['good', 'bad', 'old']),
  omitAmount: yes,
  emptyReason: z.enum(['empty', 'null']),
  blockingQueue: yes,
  additionalData: z.enum(['webhooks', 'everywhere', 'nowhere']),
  cancel: z.enum(['OFFER_CLOSED', 'AUTHORISATION']),
  offerClosedAfterMs: orNever(waitMs),
  offerClosedPsp: z.enum(['payment', 'own']),
  sessionMs: waitMs,
  expiry: z.enum(['choice', 'error_return', 'offer_closed']),
  look: z.enum(['auto', 'desktop', 'phone']),
  returnMethod: z.enum(['asked', 'GET', 'POST']),
  doubleAmpersand: yes,
  redirectResultLifetimeMs: orNever(waitMs),
  payments: z.enum(['RedirectShopper', 'Refused', 'Error']),
  kakaopay: z.enum(['enabled', 'disabled']),
  minAmount: orNever(count),
  maxAmount: orNever(count),
  missingReference: z.enum(['130', '158']),
  pspReferences: z.enum(['modern', 'digits']),
  contAuth: z.enum([
    'by_token',
    'unknown_token',
    'Authorised',
    'Received',
    'Pending',
    'Refused',
    'Error',
  ]),
  contAuthThen: z.enum(['Authorised', 'Refused']),
  contAuthReason: z.enum(['2', '12', '20', '23', '26', '28', '50']),
  token: z.enum(['both', 'recurring_contract', 'token_webhook', 'none']),
  tokenDelayMs: waitMs,
  tokenOrder: z.enum(['after', 'before']),
  tokenAgain: z.enum(['same', 'new']),
  unknownToken: z.enum(['800', '803']),
  inFlightStatus: z.enum(['422', '409']),
  sameKeyOtherBody: z.enum(['first_answer', 'refused']),
  idempotencyDays: count.max(36_500),
  refunds: z.enum(['ok', 'refused', 'failed_later', 'reversed']),
  refundFailsAfterMs: waitMs,
  disputeOriginal: z.enum(['always', 'absent', 'payment_psp']),
  addressSearch: z.enum(['answers', '-999', 'E0001', 'E0014']),
  ...accountSwitches.shape,
})

export type Switches = z.infer<typeof switches>

export const defaultSwitches: Switches = {
  delayMs: 1_000,
  duplicates: 0,
  reorder: false,
  dropUntilRetry: 0,
  hold: false,
  signature: 'good',
  omitAmount: false,
  emptyReason: 'empty',
  blockingQueue: false,
  additionalData: 'webhooks',
  cancel: 'OFFER_CLOSED',
  offerClosedAfterMs: 3_600_000,
  offerClosedPsp: 'payment',
  sessionMs: 3_600_000,
  expiry: 'choice',
  look: 'auto',
  returnMethod: 'asked',
  doubleAmpersand: false,
  redirectResultLifetimeMs: null,
  payments: 'RedirectShopper',
  kakaopay: 'enabled',
  minAmount: null,
  maxAmount: null,
  missingReference: '130',
  pspReferences: 'modern',
  contAuth: 'by_token',
  contAuthThen: 'Authorised',
  contAuthReason: '12',
  token: 'both',
  tokenDelayMs: 2_000,
  tokenOrder: 'after',
  tokenAgain: 'same',
  unknownToken: '800',
  inFlightStatus: '422',
  sameKeyOtherBody: 'first_answer',
  idempotencyDays: 7,
  refunds: 'ok',
  // Days, at a bank. Long enough here for a shop to have told its shopper that the money is back.
  refundFailsAfterMs: 120_000,
  disputeOriginal: 'always',
  addressSearch: 'answers',
  ...defaultAccountSwitches,
}

const FOR_ALL = ''

/**
 * What is set for this reference, else for the number of its order, else for this shopperReference, else for
 * all, else the usual. Nobody can know the reference of an attempt or a charge that is still to come, but
 * its order or its shopper. Once there is a payment, its order is known.
 */
export async function readSwitches(
  db: Database,
  reference: string | null,
  shopperReference: string | null = null,
  orderReference: string | null = null,
): Promise<Switches> {
  const { rows } = await db.query<{ settings: unknown }>(
    `select s.settings
     from simulator.switches s, lateral (select array[$1, $2, coalesce($3, (
       select order_reference from simulator.payments where reference = $4
       order by id desc limit 1)), $4]::text[] as names) meant
     where s.reference = any(meant.names)
     order by array_position(meant.names, s.reference)`,
    [FOR_ALL, shopperReference, orderReference, reference],
  )
  const set = rows.map((row) => switches.partial().parse(row.settings))
  return switches.parse(Object.assign({}, defaultSwitches, ...set))
}

export async function setSwitches(
  db: Database,
  reference: string | null,
  settings: Record<string, unknown>,
): Promise<void> {
  await db.query(
    `insert into simulator.switches (reference, settings) values ($1, $2)
     on conflict (reference) do update set settings = switches.settings || excluded.settings`,
    [reference ?? FOR_ALL, JSON.stringify(settings)],
  )
}
