import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { forbiddenAddress } from '@/lib/simulator/leads-to'

const newKey = () => randomBytes(32).toString('hex').toUpperCase()

/** Each webhook has a key of its own from the beginning, and an address once somebody has entered it. */
export async function makeWebhookKeys(db: Database): Promise<void> {
  for (const webhook of ['standard', 'tokens'])
    await db.query(
      'insert into simulator.webhooks (webhook, hmac_key) values ($1, $2) on conflict do nothing',
      [webhook, newKey()],
    )
}

const row = z.object({
  webhook: z.enum(['standard', 'tokens']),
  /** Null: no address was entered yet. */
  url: z.string().nullable(),
  hmacKey: z.string(),
  previousHmacKey: z.string().nullable(),
  /** Basic auth. */
  username: z.string().nullable(),
  password: z.string().nullable(),
})
export type Webhook = Readonly<z.infer<typeof row>>
export type TwoWebhooks = { readonly standard: Webhook; readonly tokens: Webhook }

export async function enteredWebhooks(db: Database): Promise<TwoWebhooks> {
  const { rows } = await db.query(
    `select webhook, url, hmac_key as "hmacKey", previous_hmac_key as "previousHmacKey", username, password
     from simulator.webhooks`,
  )
  const found = rows.map((each) => row.parse(each))
  const standard = found.find(({ webhook }) => webhook === 'standard')
  const tokens = found.find(({ webhook }) => webhook === 'tokens')
  if (!standard || !tokens) throw new Error('the keys of the webhooks are made by migrate()')
  return { standard, tokens }
}

const isAddress = (text: string) => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

/** What is left out is not set; only the key then stays what it was. */
export const webhookRequest = z
  .strictObject({
    webhook: z.enum(['standard', 'tokens']),
    url: z
      .string()
      .max(2000)
      .refine(isAddress, {
        error:
          'That is no address for webhooks: write it like http://localhost:3000/webhooks, user and password in fields of their own.',
      })
      .nullable()
      .default(null),
    hmacKey: z
      .string()
      .transform((text) => text.replace(/\s/g, '').toUpperCase())
      .refine((key) => /^([0-9A-F]{64}|NEW)$/.test(key), {
        error: 'That is no HMAC key: write 64 hexadecimal digits, or new to have one made.',
      })
      .nullable()
      .default(null),
    username: z
      .string()
      .max(200)
      .regex(/^[^:]*$/, { error: 'A user name of Basic auth has no colon.' })
      .nullable()
      .default(null),
    password: z.string().max(200).nullable().default(null),
  })
  .refine(({ username, password }) => (username === null) === (password === null), {
    error: 'User and password belong together: enter both or neither.',
  })

/** Enters where a webhook goes and how it is signed. A key that is replaced is the one before from then on. */
export async function enterWebhook(
  config: SimulatorConfig,
  { webhook, url, hmacKey, username, password }: z.infer<typeof webhookRequest>,
): Promise<Answer> {
  if (config.shop !== null)
    return refused(409, 'The shop beside this simulator says itself where its webhooks go.')
  const forbidden = url === null ? null : forbiddenAddress(config, url)
  if (forbidden !== null) return refused(403, notThere(forbidden))
  await config.pool.query(
    `update simulator.webhooks set url = $2, username = $4, password = $5,
       hmac_key = coalesce($3, hmac_key),
       previous_hmac_key = case when $3 <> hmac_key then hmac_key else previous_hmac_key end
     where webhook = $1`,
    [webhook, url, hmacKey === 'NEW' ? newKey() : hmacKey, username, password],
  )
  return { status: 200, body: { webhook: (await enteredWebhooks(config.pool))[webhook] } }
}

const refused = (status: number, error: string): Answer => ({ status, body: { error } })

/** Why a webhook is not sent somewhere. */
export const notThere = ({ origin, setting }: { origin: string; setting: string }) =>
  `This simulator sends webhooks only where it was told to: add ${origin} to ${setting}.`
