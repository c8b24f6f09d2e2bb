import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'

/** How badly the world behaves, for one merchant reference or for all. */
export const switches = z.object({
  /** How long after an act its first webhook is due. */
  delayMs: z.coerce.number().int().min(0),
  /** So many further copies of every webhook. */
  duplicates: z.coerce.number().int().min(0).max(20),
  /** The webhooks of one act arrive last first. */
  reorder: z.boolean(),
  /** So many attempts are lost on the way before the first one arrives. */
  dropUntilRetry: z.coerce.number().int().min(0),
  /** Nothing is sent until somebody asks for a replay. */
  hold: z.boolean(),
  signature: z.enum(['good', 'bad', 'old']),
  /** What Adyen sends after the shopper pressed Cancel. */
  cancel: z.enum(['OFFER_CLOSED', 'AUTHORISATION']),
  /** When an offer that nobody pays is closed; null: never, as where the event is not enabled. */
  offerClosedAfterMs: z.coerce.number().int().min(0).nullable(),
  refunds: z.enum(['ok', 'refused', 'failed_later', 'reversed']),
  /** /payments may end at once, without a redirect. */
  payments: z.enum(['RedirectShopper', 'Refused', 'Error']),
  /** Adyen's documented example has an empty pair in front of redirectResult. */
  doubleAmpersand: z.boolean(),
  /** One webhook that is not accepted holds up all behind it. Only read from the settings for all. */
  blockingQueue: z.boolean(),
})

export type Switches = z.infer<typeof switches>

const usual: Switches = {
  delayMs: 1_000,
  duplicates: 0,
  reorder: false,
  dropUntilRetry: 0,
  hold: false,
  signature: 'good',
  cancel: 'OFFER_CLOSED',
  offerClosedAfterMs: 3_600_000,
  refunds: 'ok',
  payments: 'RedirectShopper',
  doubleAmpersand: false,
  blockingQueue: false,
}

const FOR_ALL = ''

/** What is set for this reference, else for all, else the usual. */
export async function readSwitches(db: Database, reference: string | null): Promise<Switches> {
  const { rows } = await db.query<{ settings: unknown }>(
    'select settings from simulator.switches where reference = any($1) order by reference',
    [[FOR_ALL, reference ?? FOR_ALL]],
  )
  const set = rows.map((row) => switches.partial().parse(row.settings))
  return switches.parse(Object.assign({}, usual, ...set))
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
