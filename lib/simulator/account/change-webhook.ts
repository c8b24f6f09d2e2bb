import { z } from 'zod'
import type { AccountSwitches } from '@/lib/simulator/account/account-switches'
import { listedWebhooks, STANDARD_ID, TOKENS_ID } from '@/lib/simulator/account/listed-webhooks'
import { restError } from '@/lib/simulator/account/rest-answer'
import type { Answer } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { readSwitches, type Switches, setSwitches } from '@/lib/simulator/switches'
import { enterWebhook, webhookRequest } from '@/lib/simulator/webhooks/entered-webhooks'
import { twoWebhooks } from '@/lib/simulator/webhooks/two-webhooks'

type Account = { readonly config: SimulatorConfig; readonly set: Switches }
type Level = 'merchants' | 'companies'

const update = z.object({
  url: z.string().optional(),
  active: z.boolean().optional(),
  communicationFormat: z.enum(['json', 'http', 'soap']).optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  additionalSettings: z.object({ includeEventCodes: z.array(z.string()).optional() }).optional(),
})
const creation = update.extend({
  type: z.literal('standard'),
  url: z.string(),
  active: z.boolean(),
  communicationFormat: z.enum(['json', 'http', 'soap']),
})
type Change = z.infer<typeof update>

/** POST …/webhooks: makes the standard webhook, of which this account has one. */
export async function createWebhook(account: Account, asked: unknown): Promise<Answer> {
  const change = creation.safeParse(asked).data
  if (change === undefined) return restError(422, 'That is no standard webhook.')
  const { standard } = await twoWebhooks(account.config.pool, account.config)
  if (standard.url !== null && account.set.webhookListed !== 'nowhere')
    return restError(422, 'There is a standard webhook: this account has one only.')
  await setSwitches(account.config.pool, null, { webhookListed: 'merchant' })
  return changed(account, 'merchants', change)
}

/** PATCH …/webhooks/{webhookId} */
export async function updateWebhook(
  account: Account,
  { level, id }: { readonly level: Level; readonly id: string },
  asked: unknown,
): Promise<Answer> {
  const change = update.safeParse(asked).data
  if (id !== STANDARD_ID || change === undefined) return restError(422, 'Unknown webhook.')
  // Whoever gives a preview's webhook an address of their own has none of a preview any more.
  if (change.url !== undefined && account.set.webhookListed === 'preview')
    await setSwitches(account.config.pool, null, { webhookListed: 'merchant' })
  return changed(account, level, change)
}

/** POST …/webhooks/{webhookId}/generateHmac: the key before is of no more use. */
export async function generateHmac({ config }: Account, id: string): Promise<Answer> {
  const both = await twoWebhooks(config.pool, config)
  const found = id === STANDARD_ID ? both.standard : id === TOKENS_ID ? both.tokens : null
  if (found === null) return restError(422, 'Unknown webhook.')
  const { webhook, url, username, password } = found
  const { status, body } = await entered(config, {
    webhook,
    url,
    username,
    password,
    hmacKey: 'NEW',
  })
  if (status !== 200) return { status, body }
  const { hmacKey } = (await twoWebhooks(config.pool, config))[webhook]
  return { status: 200, body: { hmacKey } }
}

/** Enters what can be entered, switches the rest, and shows the webhook as it then is. */
async function changed({ config, set }: Account, level: Level, change: Change): Promise<Answer> {
  const { standard } = await twoWebhooks(config.pool, config)
  const { url, username, password } = change
  if ([url, username, password].some((each) => each !== undefined)) {
    const kept = { username: standard.username, password: standard.password, url: standard.url }
    const given = Object.fromEntries(
      Object.entries({ url, username, password }).filter(([, text]) => text !== undefined),
    )
    const answer = await entered(config, { webhook: 'standard', ...kept, ...given })
    if (answer.status !== 200) return answer
  }
  await setSwitches(config.pool, null, switchesOf(change, set))
  const now = await readSwitches(config.pool, null)
  const both = await twoWebhooks(config.pool, config)
  const body = listedWebhooks({ config, set: now }, both, level).find(
    ({ id }) => id === STANDARD_ID,
  )
  return body === undefined ? restError(422, 'Unknown webhook.') : { status: 200, body }
}

async function entered(config: SimulatorConfig, asked: object): Promise<Answer> {
  const read = webhookRequest.safeParse(asked)
  if (!read.success)
    return restError(422, read.error.issues.map(({ message }) => message).join(' '))
  const answer = await enterWebhook(config, read.data)
  return answer.status === 200
    ? answer
    : restError(422, z.object({ error: z.string() }).parse(answer.body).error)
}

function switchesOf(
  { active, communicationFormat, additionalSettings }: Change,
  { webhookEvents }: AccountSwitches,
): Partial<AccountSwitches> {
  const on = additionalSettings?.includeEventCodes
  return {
    ...(active === undefined ? {} : { webhookState: active ? 'active' : 'inactive' }),
    ...(communicationFormat === undefined ? {} : { webhookFormat: communicationFormat }),
    ...(on === undefined ? {} : { webhookEvents: eventsWith(on, webhookEvents) }),
  }
}

function eventsWith(
  on: readonly string[],
  before: AccountSwitches['webhookEvents'],
): AccountSwitches['webhookEvents'] {
  if (!on.includes('OFFER_CLOSED')) return 'no_offer_closed'
  if (!on.includes('RECURRING_CONTRACT')) return 'no_recurring_contract'
  return before === 'no_refund' && !on.includes('REFUND') ? 'no_refund' : 'all'
}
