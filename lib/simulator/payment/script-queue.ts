import { z } from 'zod'
import { type Database, inTransaction } from '@/lib/simulator/config'
import type { Payment } from '@/lib/simulator/payment/payment'
import { type ScriptName, scriptNames, scripts } from '@/lib/simulator/payment/scripts'

export const scriptRequest = z.object({
  /** A merchant reference or a merchantOrderReference; null: whichever payment comes next. */
  reference: z.string().nullable().default(null),
  script: z.enum(scriptNames),
  /** Plays by itself as soon as the shopper is on the wallet page. */
  auto: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .default(false),
})
export type ScriptRequest = z.infer<typeof scriptRequest>

type Given = Pick<Payment, 'script' | 'scriptPart' | 'scriptAuto'>
const none: Given = { script: null, scriptPart: 0, scriptAuto: false }
const row = z.object({ script: z.string(), part: z.number(), auto: z.boolean() })

/** Gives an open payment its script at once; what is left of it waits for the payments to come. */
export async function queueScript(
  pool: Parameters<typeof inTransaction>[0],
  { reference, script, auto }: ScriptRequest,
): Promise<'given' | 'waiting'> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ order_reference: string | null }>(
      `update simulator.payments set script = $2, script_part = 0, script_auto = $3
       where id = (select max(id) from simulator.payments where reference = $1 and status = 'open')
       returning order_reference`,
      [reference, script, auto],
    )
    const given = rows[0]
    const target = given?.order_reference ?? reference
    for (const part of scripts[script].parts.keys())
      if (given === undefined || part > 0)
        await tx.query(
          'insert into simulator.scripts (target, script, part, auto) values ($1, $2, $3, $4)',
          [target, script, part, auto],
        )
    return given === undefined ? 'waiting' : 'given'
  })
}

/** The oldest script that waits for such a payment, used up by it. */
export async function takeScript(
  db: Database,
  names: readonly (string | undefined)[],
): Promise<Given> {
  const { rows } = await db.query(
    `delete from simulator.scripts where id = (
       select id from simulator.scripts where target is null or target = any($1)
       order by target is null, id limit 1 for update skip locked)
     returning script, part, auto`,
    [names.filter((name) => name !== undefined)],
  )
  if (rows[0] === undefined) return none
  const { script, part, auto } = row.parse(rows[0])
  return { script, scriptPart: part, scriptAuto: auto }
}

const known = z.enum(scriptNames)

/** The part that a payment is to play; null: it has no script. */
export function partOf({ script, scriptPart }: Pick<Payment, 'script' | 'scriptPart'>) {
  const name = known.safeParse(script)
  if (!name.success) return null
  const { parts, switches, what } = scripts[name.data]
  return {
    name: name.data satisfies ScriptName,
    part: parts[scriptPart] ?? parts[0],
    switches,
    what,
  }
}
